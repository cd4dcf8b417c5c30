/** From alignments and results to skills and levels. */
@NullMarked
package dev.assay.credential.skill;

import org.jspecify.annotations.NullMarked;
