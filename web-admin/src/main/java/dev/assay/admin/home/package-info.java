/** The first page: what waits. */
@NullMarked
package dev.assay.admin.home;

import org.jspecify.annotations.NullMarked;
