/** Job boards, what each may do here, and how it fetches postings, as pages. */
@NullMarked
package dev.assay.admin.partners;

import org.jspecify.annotations.NullMarked;
