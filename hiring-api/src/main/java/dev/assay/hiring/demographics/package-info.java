/** What applicants say of themselves that no decision may know, apart from everything else. */
@NullMarked
package dev.assay.hiring.demographics;

import org.jspecify.annotations.NullMarked;
