/** What happened to a candidate's evidence and applications, on one page. */
@NullMarked
package dev.assay.admin.timeline;

import org.jspecify.annotations.NullMarked;
