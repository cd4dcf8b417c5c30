package dev.assay.credential.jwt;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.key.Certificates;
import dev.assay.credential.key.Jwk;
import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.report.CheckCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The header of a VC-JWT, by the rules of Open Badges 3.0 §8.2.1: {@code alg}, {@code kid}, {@code
 * jwk} and {@code typ}; one of {@code kid} and {@code jwk}; never {@code none} or a shared-secret
 * algorithm. What qualified seals add is tolerated by name: certificates, the time of signing, the
 * type {@code JOSE}. None of it is believed. Everything else is refused, so above all keys at
 * addresses ({@code jku}, {@code x5u}) and extensions that must be understood and are not.
 *
 * @param embedded the key in the header, which proves nothing by itself
 * @param tolerated the members that the standard does not have
 */
public record JwtHeader(
        String algorithm,
        Optional<String> kid,
        Optional<VerificationKey> embedded,
        List<String> tolerated) {

    private static final Set<String> STANDARD = Set.of("alg", "kid", "jwk", "typ");
    private static final Set<String> TOLERATED =
            Set.of("crit", "cty", "sigT", "x5c", "x5t", "x5t#S256");
    private static final Set<String> UNDERSTOOD = Set.of("sigT");
    private static final Set<String> ALGORITHMS = Set.of("RS256", "ES256", "ES384", "EdDSA");
    private static final Set<String> TYPES = Set.of("JWT", "vc+jwt", "vc+ld+jwt");
    private static final String JOSE = "JOSE";

    /** What reading a header came to. */
    public sealed interface Reading {
        record Accepted(JwtHeader header) implements Reading {}

        record Refused(CheckCode code, String detail) implements Reading {}
    }

    public static Reading read(JsonNode header) {
        var tolerated = new ArrayList<String>();
        for (var member : header.propertyNames()) {
            if (!STANDARD.contains(member)) {
                tolerated.add(member);
            }
        }
        if (!TOLERATED.containsAll(tolerated) || !isUnderstood(header)) {
            return refused("The header has a member that is neither the standard's nor harmless.");
        }
        var algorithm = JsonTree.text(header, "alg").filter(ALGORITHMS::contains);
        if (algorithm.isEmpty()) {
            return new Reading.Refused(
                    CheckCode.JWT_ALGORITHM, "The algorithm is not RS256, ES256, ES384 or EdDSA.");
        }
        var type = JsonTree.text(header, "typ");
        boolean jose = type.filter(JOSE::equals).isPresent();
        if (header.has("typ") && !jose && type.filter(TYPES::contains).isEmpty()) {
            return refused("The type of the token is not JWT.");
        }
        if (jose) {
            tolerated.add("typ");
        }
        return key(header, algorithm.get(), List.copyOf(tolerated));
    }

    /** What must be understood is named, is there, and is understood (RFC 7515 §4.1.11). */
    private static boolean isUnderstood(JsonNode header) {
        if (!header.has("crit")) {
            return true;
        }
        var critical = JsonTree.texts(header, "crit");
        return header.path("crit").isArray()
                && !critical.isEmpty()
                && critical.size() == header.path("crit").size()
                && critical.stream().allMatch(m -> UNDERSTOOD.contains(m) && header.has(m));
    }

    private static Reading key(JsonNode header, String algorithm, List<String> tolerated) {
        var kid = JsonTree.text(header, "kid");
        var jwk = Jwk.decode(header.path("jwk"));
        var certified = Certificates.leaf(header).map(Certificates.Leaf::key);
        if (kid.isEmpty() && jwk.isEmpty() && certified.isEmpty()) {
            return refused("The header names no key.");
        }
        boolean malformed =
                header.has("kid") != kid.isPresent()
                        || header.has("jwk") != jwk.isPresent()
                        || header.has("x5c") != certified.isPresent();
        boolean two =
                jwk.isPresent() && certified.isPresent() && !jwk.get().sameAs(certified.get());
        return malformed || two
                ? refused("The key in the header is malformed, private, or not for this.")
                : new Reading.Accepted(
                        new JwtHeader(algorithm, kid, jwk.or(() -> certified), tolerated));
    }

    private static Reading refused(String detail) {
        return new Reading.Refused(CheckCode.JWT_HEADER, detail);
    }
}
