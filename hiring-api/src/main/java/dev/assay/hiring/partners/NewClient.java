package dev.assay.hiring.partners;

import java.util.UUID;

/** A client that Keycloak has for a partner that is not registered yet. */
public record NewClient(
        PartnerId partner, String clientId, UUID subject, String name, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "NewClient[" + clientId + "]";
    }
}
