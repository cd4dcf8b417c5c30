/** Issuing Open Badges 3.0 credentials. */
@NullMarked
package dev.assay.credential.issue;

import org.jspecify.annotations.NullMarked;
