package dev.assay.credential.format;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.json.Timestamp;
import dev.assay.credential.jwt.JwtClaims;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * From when until when a credential is valid. Looks at the terms of both data model versions
 * whatever the version, and at the token's claims; the narrowest period counts, so no spelling can
 * hide an expiry.
 */
public record ValidityPeriod(Optional<Instant> from, Optional<Instant> until) {

    private static final List<String> STARTS = List.of("validFrom", "issuanceDate");
    private static final List<String> ENDS = List.of("validUntil", "expirationDate");

    public static ValidityPeriod of(CredentialDocument document) {
        return new ValidityPeriod(
                narrowest(document, "nbf", STARTS, true), narrowest(document, "exp", ENDS, false));
    }

    private static Optional<Instant> narrowest(
            CredentialDocument document, String claim, List<String> properties, boolean latest) {
        var found = document.tokenClaims().flatMap(claims -> JwtClaims.instant(claims, claim));
        for (var property : properties) {
            var stated = JsonTree.text(document.claims(), property).flatMap(Timestamp::parse);
            boolean narrower =
                    stated.isPresent()
                            && (found.isEmpty() || stated.get().isAfter(found.get()) == latest);
            if (narrower) {
                found = stated;
            }
        }
        return found;
    }
}
