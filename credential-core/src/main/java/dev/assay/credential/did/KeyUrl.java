package dev.assay.credential.did;

import java.util.Optional;

/**
 * A verification method's address: the controller it belongs to, and which of its keys.
 *
 * @param controller everything before the fragment
 */
record KeyUrl(String controller, Optional<String> fragment) {

    static KeyUrl parse(String verificationMethod) {
        int hash = verificationMethod.indexOf('#');
        return hash < 0
                ? new KeyUrl(verificationMethod, Optional.empty())
                : new KeyUrl(
                        verificationMethod.substring(0, hash),
                        Optional.of(verificationMethod.substring(hash + 1)));
    }

    boolean isSelfCertifying() {
        return isSelfCertifying(controller);
    }

    /** Whether an identifier is its own proof of which key it has: no document is ever needed. */
    static boolean isSelfCertifying(String id) {
        return id.startsWith("did:key:") || id.startsWith("did:jwk:");
    }
}
