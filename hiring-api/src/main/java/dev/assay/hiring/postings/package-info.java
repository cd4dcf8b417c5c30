/** What an employer publishes of a job, and everything it is written as. */
@NullMarked
package dev.assay.hiring.postings;

import org.jspecify.annotations.NullMarked;
