/** From a verification method to a key, and from a key to its owner. */
@NullMarked
package dev.assay.credential.did;

import org.jspecify.annotations.NullMarked;
