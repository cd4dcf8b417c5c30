package dev.assay.credential.status;

import dev.assay.credential.report.VerificationReport;

/** Verifies a list that is itself a credential, by every step that a credential goes through. */
@FunctionalInterface
public interface ListVerifier {

    VerificationReport verify(byte[] listCredential);
}
