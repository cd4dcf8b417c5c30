package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.KEY_BINDING;
import static dev.assay.credential.report.CheckName.PROOF;

import dev.assay.credential.did.IssuerKeys;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.jwt.CompactJwt;
import dev.assay.credential.jwt.JwtClaims;
import dev.assay.credential.jwt.JwtHeader;
import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.ProofDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** VC-JWT: header rules, signature with the algorithm the key decides, claims, and whose key. */
final class JwtProofCheck {

    private final IssuerKeys issuerKeys;
    private final Instant now;

    JwtProofCheck(IssuerKeys issuerKeys, Instant now) {
        this.issuerKeys = issuerKeys;
        this.now = now;
    }

    SecuringChecks check(CompactJwt jwt, JsonNode claims, Optional<String> issuerId) {
        var description =
                Optional.of(
                        new ProofDescription(
                                "JWT",
                                JsonTree.text(jwt.header(), "alg"),
                                JsonTree.text(jwt.header(), "kid")));
        return switch (JwtHeader.read(jwt.header())) {
            case JwtHeader.Reading.Refused(var code, var detail) ->
                    new SecuringChecks(description, Check.failed(PROOF, code, detail), noKey());
            case JwtHeader.Reading.Accepted(var header) -> {
                // An issuer without an id owns no key; no document can be asked about it.
                var candidate =
                        issuerKeys.resolve(
                                issuerId.orElse(""),
                                header.kid(),
                                header.embedded(),
                                signedAt(jwt));
                var proof =
                        candidate
                                .key()
                                .map(key -> proof(jwt, header, key, claims))
                                .orElseGet(JwtProofCheck::keyUnavailable);
                yield new SecuringChecks(description, proof, candidate.binding());
            }
        };
    }

    private Instant signedAt(CompactJwt jwt) {
        return JwtClaims.instant(jwt.payload(), "iat")
                .or(() -> JwtClaims.instant(jwt.payload(), "nbf"))
                .orElse(now);
    }

    private static Check proof(
            CompactJwt jwt, JwtHeader header, VerificationKey key, JsonNode claims) {
        if (!key.kind().jwsAlgorithm().equals(header.algorithm())) {
            return Check.failed(
                    PROOF, CheckCode.JWT_ALGORITHM, "The algorithm is not that of the key.");
        }
        if (!key.verifies(jwt.signingInput(), jwt.signature())) {
            return Check.failed(
                    PROOF,
                    CheckCode.SIGNATURE_INVALID,
                    "The signature does not fit: the token was altered, or another key signed it.");
        }
        return JwtClaims.contradiction(jwt.payload(), claims)
                .map(claim ->
                        Check.failed(
                                PROOF,
                                CheckCode.JWT_CLAIM_MISMATCH,
                                "The claim \"" + claim + "\" contradicts the credential."))
                .orElseGet(() -> passed(header.tolerated()));
    }

    private static Check passed(List<String> tolerated) {
        return tolerated.isEmpty()
                ? Check.passed(PROOF, "The signature fits the key it names.")
                : new Check(
                        PROOF,
                        CheckOutcome.PASSED,
                        CheckCode.JWT_HEADER_TOLERATED,
                        "The signature fits; the header has more than the standard allows: "
                                + String.join(", ", tolerated)
                                + ".");
    }

    private static Check keyUnavailable() {
        return Check.indeterminate(
                PROOF, CheckCode.KEY_UNAVAILABLE, "The key the token names could not be had.");
    }

    private static Check noKey() {
        return Check.indeterminate(
                KEY_BINDING, CheckCode.NOT_REACHED, "The header gives no key to ask about.");
    }
}
