package dev.assay.credential.model;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What makes two credentials versions of one (Open Badges 3.0, credential equality): issuer and id,
 * both without percent-encoding and surrounding space. Of several versions the one with the latest
 * {@code validFrom} stands. Says nothing about whether any of them is genuine.
 */
public record CredentialIdentity(String issuerId, String credentialId) {

    /** Empty for a credential without an id: it is like no other. */
    public static Optional<CredentialIdentity> of(CredentialSummary credential) {
        return credential
                .id()
                .map(id -> new CredentialIdentity(plain(credential.issuer().id()), plain(id)));
    }

    public static boolean areSame(CredentialSummary one, CredentialSummary other) {
        var identity = of(one);
        return identity.isPresent() && identity.equals(of(other));
    }

    /** The version that stands; of two that begin together the first. */
    public static Optional<CredentialSummary> newest(List<CredentialSummary> versions) {
        return versions.reversed().stream()
                .max(Comparator.comparing(c -> c.validFrom().orElse(Instant.MIN)));
    }

    private static String plain(String id) {
        var typed = id.strip();
        try {
            // A plus is a plus here, not a space as in forms.
            return URLDecoder.decode(typed.replace("+", "%2B"), StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException _) {
            return typed; // a percent sign that encodes nothing
        }
    }
}
