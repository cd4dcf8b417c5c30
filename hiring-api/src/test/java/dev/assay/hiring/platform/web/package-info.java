@NullMarked
package dev.assay.hiring.platform.web;

import org.jspecify.annotations.NullMarked;
