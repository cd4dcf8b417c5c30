package dev.assay.hiring.credentials;

import java.nio.charset.StandardCharsets;

/**
 * Where a credential is to be fetched. Says much about its holder, so it is sealed and never shown.
 */
public record CredentialAddress(String url) implements SubmittedCredential {

    byte[] bytes() {
        return url.getBytes(StandardCharsets.UTF_8);
    }

    static CredentialAddress of(byte[] bytes) {
        return new CredentialAddress(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "CredentialAddress[" + url.length() + " characters]";
    }
}
