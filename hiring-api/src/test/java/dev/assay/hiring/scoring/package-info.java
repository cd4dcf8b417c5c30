@NullMarked
package dev.assay.hiring.scoring;

import org.jspecify.annotations.NullMarked;
