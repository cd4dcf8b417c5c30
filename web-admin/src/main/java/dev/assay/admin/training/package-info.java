/** What training costs and whether credentials pay off, as pages. Nobody is ranked by any of it. */
@NullMarked
package dev.assay.admin.training;

import org.jspecify.annotations.NullMarked;
