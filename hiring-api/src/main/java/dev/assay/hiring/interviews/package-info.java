/**
 * Interviews: when they are, what each interviewer thinks of the candidate skill by skill, and what
 * a candidate needs so that they are fair.
 */
@NullMarked
package dev.assay.hiring.interviews;

import org.jspecify.annotations.NullMarked;
