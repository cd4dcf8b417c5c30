/** Skills of the employer's own, as pages. */
@NullMarked
package dev.assay.admin.ownskills;

import org.jspecify.annotations.NullMarked;
