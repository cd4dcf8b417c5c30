/** Jobs, their requirements and their ranking, as pages. */
@NullMarked
package dev.assay.admin.jobs;

import org.jspecify.annotations.NullMarked;
