/** Data Integrity proofs: EdDSA suites of VC-DI-EDDSA and Ed25519Signature2020, both ways. */
@NullMarked
package dev.assay.credential.proof;

import org.jspecify.annotations.NullMarked;
