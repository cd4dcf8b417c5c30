/**
 * Whether micro-credentials pay off at this employer: counted from what happened here, beside what
 * surveys say and never mixed with it. Not for ranking anybody.
 */
@NullMarked
package dev.assay.hiring.insights;

import org.jspecify.annotations.NullMarked;
