/**
 * How a score is shown: the bar, the figures and the sentences both ranking and application use.
 */
@NullMarked
package dev.assay.admin.scoring;

import org.jspecify.annotations.NullMarked;
