/** Which format a document is in, and what its signed part claims. */
@NullMarked
package dev.assay.credential.format;

import org.jspecify.annotations.NullMarked;
