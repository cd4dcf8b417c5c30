/** How the employer's hirings go: stage templates, words for tags, own reasons, four eyes. */
@NullMarked
package dev.assay.admin.pipeline;

import org.jspecify.annotations.NullMarked;
