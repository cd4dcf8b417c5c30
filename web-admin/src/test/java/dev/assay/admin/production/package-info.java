/** What an operator installs, as they install it. */
@NullMarked
package dev.assay.admin.production;

import org.jspecify.annotations.NullMarked;
