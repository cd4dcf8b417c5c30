package dev.assay.credential.check;

import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.VerificationReport;

/**
 * Verifies a credential found inside another one, or a newer version of it, by all the steps of any
 * other. Whoever implements it sees to it that this comes to an end.
 */
public interface PartVerifier {

    /** A credential inside the one that is looked at. */
    VerificationReport part(byte[] document, Recipient recipient);

    /** A newer version; must not be refreshed in turn. */
    VerificationReport newer(byte[] document, Recipient recipient);
}
