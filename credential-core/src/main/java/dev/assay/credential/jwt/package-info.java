/** Compact JWS as VC-JWT uses it: RS256, ES256, EdDSA, and nothing else. */
@NullMarked
package dev.assay.credential.jwt;

import org.jspecify.annotations.NullMarked;
