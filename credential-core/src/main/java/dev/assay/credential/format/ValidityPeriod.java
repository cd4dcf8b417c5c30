package dev.assay.credential.format;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.json.Timestamp;
import dev.assay.credential.jwt.JwtClaims;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From when until when a credential is valid. Looks at the terms of both data model versions
 * whatever the version, and at the token's claims; the narrowest period counts, so no spelling can
 * hide an expiry.
 */
public record ValidityPeriod(Optional<Instant> from, Optional<Instant> until) {

    public static ValidityPeriod of(CredentialDocument document) {
        return new ValidityPeriod(
                times(document, "nbf", "validFrom", "issuanceDate").max(Comparator.naturalOrder()),
                times(document, "exp", "validUntil", "expirationDate")
                        .min(Comparator.naturalOrder()));
    }

    private static Stream<Instant> times(
            CredentialDocument document, String claim, String... properties) {
        var stated =
                Stream.of(properties)
                        .flatMap(p -> JsonTree.text(document.claims(), p).stream())
                        .flatMap(text -> Timestamp.parse(text).stream());
        var token = document.tokenClaims().flatMap(claims -> JwtClaims.instant(claims, claim));
        return Stream.concat(stated, token.stream());
    }
}
