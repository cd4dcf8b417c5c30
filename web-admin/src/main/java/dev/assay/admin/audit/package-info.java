/** The audit trail as pages: who did what, and whether the record of it is as it was written. */
@NullMarked
package dev.assay.admin.audit;

import org.jspecify.annotations.NullMarked;
