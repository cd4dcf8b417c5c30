/** What a verification used, so that it can be repeated without any network. */
@NullMarked
package dev.assay.credential.evidence;

import org.jspecify.annotations.NullMarked;
