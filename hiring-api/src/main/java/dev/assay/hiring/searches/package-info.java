@NullMarked
package dev.assay.hiring.searches;

import org.jspecify.annotations.NullMarked;
