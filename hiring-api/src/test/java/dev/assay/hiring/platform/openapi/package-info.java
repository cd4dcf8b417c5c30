@NullMarked
package dev.assay.hiring.platform.openapi;

import org.jspecify.annotations.NullMarked;
