@NullMarked
package dev.assay.hiring.intake;

import org.jspecify.annotations.NullMarked;
