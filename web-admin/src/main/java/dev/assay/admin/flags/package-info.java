/** What came to light after decisions, until somebody has looked at it. */
@NullMarked
package dev.assay.admin.flags;

import org.jspecify.annotations.NullMarked;
