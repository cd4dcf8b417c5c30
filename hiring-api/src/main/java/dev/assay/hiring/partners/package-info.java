/** Job boards: what employers grant them, what they see of postings, what they send. */
@NullMarked
package dev.assay.hiring.partners;

import org.jspecify.annotations.NullMarked;
