/**
 * Verifies micro-credentials without any I/O of its own. {@link
 * dev.assay.credential.CredentialVerifier} is the way in.
 */
@NullMarked
package dev.assay.credential;

import org.jspecify.annotations.NullMarked;
