@NullMarked
package dev.assay.hiring.platform.audit.web;

import org.jspecify.annotations.NullMarked;
