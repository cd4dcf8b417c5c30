@NullMarked
package dev.assay.hiring.platform.persistence;

import org.jspecify.annotations.NullMarked;
