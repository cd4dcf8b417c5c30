/** How the employer rates what it sees people do, and what was rated. */
@NullMarked
package dev.assay.admin.rubrics;

import org.jspecify.annotations.NullMarked;
