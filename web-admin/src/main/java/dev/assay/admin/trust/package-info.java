/** The employer's issuers, as a page. */
@NullMarked
package dev.assay.admin.trust;

import org.jspecify.annotations.NullMarked;
