/** The people who work at an employer: invited, given roles, removed. */
@NullMarked
package dev.assay.hiring.members;

import org.jspecify.annotations.NullMarked;
