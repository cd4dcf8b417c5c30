package dev.assay.credential.jwt;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.key.Jwk;
import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.report.CheckCode;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The header of a VC-JWT, read by the strict rules of Open Badges 3.0 §8.2.1: only {@code alg},
 * {@code kid}, {@code jwk} and {@code typ}; one of {@code kid} and {@code jwk}; never {@code none}
 * or a shared-secret algorithm.
 */
public record JwtHeader(String algorithm, Optional<String> kid, Optional<VerificationKey> jwk) {

    private static final Set<String> ALLOWED = Set.of("alg", "kid", "jwk", "typ");
    private static final Set<String> ALGORITHMS = Set.of("RS256", "ES256", "ES384", "EdDSA");
    private static final Set<String> TYPES = Set.of("JWT", "vc+jwt", "vc+ld+jwt");

    /** What reading a header came to. */
    public sealed interface Reading {
        record Accepted(JwtHeader header) implements Reading {}

        record Refused(CheckCode code, String detail) implements Reading {}
    }

    public static Reading read(JsonNode header) {
        if (!ALLOWED.containsAll(header.propertyNames())) {
            return refused("The header has a member other than alg, kid, jwk and typ.");
        }
        var algorithm = JsonTree.text(header, "alg").filter(ALGORITHMS::contains);
        if (algorithm.isEmpty()) {
            return new Reading.Refused(
                    CheckCode.JWT_ALGORITHM, "The algorithm is not RS256, ES256, ES384 or EdDSA.");
        }
        if (header.has("typ")
                && !JsonTree.text(header, "typ").filter(TYPES::contains).isPresent()) {
            return refused("The type of the token is not JWT.");
        }
        var kid = JsonTree.text(header, "kid");
        var jwk = Jwk.decode(header.path("jwk"));
        if (kid.isEmpty() && jwk.isEmpty()) {
            return refused("The header names no key.");
        }
        boolean odd = header.has("kid") != kid.isPresent() || header.has("jwk") != jwk.isPresent();
        return odd
                ? refused("The key in the header is malformed, private, or not for this.")
                : new Reading.Accepted(new JwtHeader(algorithm.get(), kid, jwk));
    }

    private static Reading refused(String detail) {
        return new Reading.Refused(CheckCode.JWT_HEADER, detail);
    }
}
