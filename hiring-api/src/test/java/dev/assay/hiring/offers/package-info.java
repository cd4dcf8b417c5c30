@NullMarked
package dev.assay.hiring.offers;

import org.jspecify.annotations.NullMarked;
