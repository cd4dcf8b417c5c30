@NullMarked
package dev.assay.hiring.platform.signing.web;

import org.jspecify.annotations.NullMarked;
