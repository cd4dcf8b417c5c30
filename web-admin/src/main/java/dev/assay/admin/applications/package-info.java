/** One application: its score explained and its evidence checked, as a page. */
@NullMarked
package dev.assay.admin.applications;

import org.jspecify.annotations.NullMarked;
