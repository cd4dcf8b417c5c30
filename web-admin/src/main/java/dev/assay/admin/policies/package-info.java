/** How proof becomes points: the versions of an employer's scoring policy. */
@NullMarked
package dev.assay.admin.policies;

import org.jspecify.annotations.NullMarked;
