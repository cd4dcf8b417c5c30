package dev.assay.hiring.credentials;

import java.util.UUID;

/** One credential as submitted with one application. */
public record CredentialId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
