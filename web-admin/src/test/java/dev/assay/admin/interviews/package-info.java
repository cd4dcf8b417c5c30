/** Interviews of an applicant, and what the interviewers think: as pages. */
@NullMarked
package dev.assay.admin.interviews;

import org.jspecify.annotations.NullMarked;
