/** Data Integrity proofs: the suites of VC-DI-EDDSA, both ways, and of VC-DI-ECDSA. */
@NullMarked
package dev.assay.credential.proof;

import org.jspecify.annotations.NullMarked;
