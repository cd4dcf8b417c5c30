@NullMarked
package dev.assay.hiring.partners;

import org.jspecify.annotations.NullMarked;
