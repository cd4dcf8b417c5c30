/** Public keys and their encodings: Multikey, JWK. */
@NullMarked
package dev.assay.credential.key;

import org.jspecify.annotations.NullMarked;
