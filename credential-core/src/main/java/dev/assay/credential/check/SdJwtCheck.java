package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.KEY_BINDING;
import static dev.assay.credential.report.CheckName.PROOF;
import static dev.assay.credential.report.CheckName.STRUCTURE;

import dev.assay.credential.did.IssuerKeys;
import dev.assay.credential.input.InputLimits;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.jwt.CompactJwt;
import dev.assay.credential.jwt.JwtClaims;
import dev.assay.credential.key.Certificates;
import dev.assay.credential.key.Jwk;
import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.ProofDescription;
import dev.assay.credential.sdjwt.Disclosed;
import dev.assay.credential.sdjwt.SdJwt;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * SD-JWT VC (draft 14) over RFC 9901: the issuer's signature, the parts shown, whose key it is, and
 * the holder's proof where there is one. That proof says that somebody who has the holder's key
 * made this presentation; for whom and when is for a presentation protocol to check, so it never
 * makes the subject pass.
 */
final class SdJwtCheck {

    private static final Set<String> HEADER = Set.of("alg", "kid", "typ", "x5c", "vctm");
    private static final Set<String> TYPES = Set.of("dc+sd-jwt", "vc+sd-jwt");
    private static final String HOLDER_TYPE = "kb+jwt";
    private static final StrictJson JSON = StrictJson.within(InputLimits.standard());

    private final IssuerKeys issuerKeys;
    private final Instant now;

    SdJwtCheck(IssuerKeys issuerKeys, Instant now) {
        this.issuerKeys = issuerKeys;
        this.now = now;
    }

    /**
     * What was found.
     *
     * @param shown the token as if nothing had ever been hidden but what still is
     * @param claims the same in the terms of a credential
     * @param statuses the status entries, in the form in which they are asked about
     */
    record Found(
            CompactJwt shown,
            ObjectNode claims,
            Check structure,
            SecuringChecks securing,
            List<JsonNode> statuses) {}

    Found check(SdJwt token) {
        var disclosed = Disclosed.claims(token, JSON);
        var payload =
                disclosed instanceof Disclosed.Result.Claims(var claims)
                        ? claims
                        : JsonNodeFactory.instance.objectNode();
        var original = token.token();
        var shown =
                new CompactJwt(
                        original.header(), payload, original.signingInput(), original.signature());
        return new Found(
                shown,
                credential(payload),
                structure(original.payload()),
                securing(token, disclosed),
                statuses(original.payload()));
    }

    private static Check structure(JsonNode payload) {
        for (var claim : List.of("vct", "iss")) {
            if (JsonTree.text(payload, claim).isEmpty()) {
                return Check.failed(
                        STRUCTURE,
                        CheckCode.MISSING_PROPERTY,
                        "The claim \"" + claim + "\" is missing.");
            }
        }
        for (var claim : List.of("iat", "nbf", "exp")) {
            if (payload.has(claim) && JwtClaims.instant(payload, claim).isEmpty()) {
                return Check.failed(
                        STRUCTURE,
                        CheckCode.MALFORMED_DATE,
                        "The claim \"" + claim + "\" is not a time.");
            }
        }
        return Check.passed(STRUCTURE, "All parts are where they should be.");
    }

    private SecuringChecks securing(SdJwt token, Disclosed.Result disclosed) {
        var header = token.token().header();
        var payload = token.token().payload();
        var description =
                Optional.of(
                        new ProofDescription(
                                "SD-JWT",
                                JsonTree.text(header, "alg"),
                                JsonTree.text(header, "kid")));
        var fault = header(header, payload);
        if (fault.isPresent()) {
            return new SecuringChecks(description, fault.get(), noKey());
        }
        var leaf = Certificates.leaf(header);
        var issuerId = JsonTree.text(payload, "iss").orElse("");
        var candidate =
                issuerKeys.resolveByMetadata(
                        issuerId,
                        JsonTree.text(header, "kid"),
                        leaf.map(Certificates.Leaf::key),
                        JwtClaims.instant(payload, "iat").orElse(now));
        var proof =
                candidate
                        .key()
                        .map(key -> proof(token, disclosed, key))
                        .orElseGet(SdJwtCheck::keyUnavailable);
        boolean foreign = leaf.filter(l -> !isFor(l, issuerId)).isPresent();
        var binding =
                foreign
                        ? Check.failed(
                                KEY_BINDING,
                                CheckCode.CONTROLLER_MISMATCH,
                                "The certificate is for somebody other than the issuer.")
                        : candidate.binding();
        return new SecuringChecks(description, proof, binding);
    }

    private static Optional<Check> header(JsonNode header, JsonNode payload) {
        boolean typed = JsonTree.text(header, "typ").filter(TYPES::contains).isPresent();
        if (!HEADER.containsAll(header.propertyNames()) || (payload.has("vct") && !typed)) {
            return Optional.of(
                    Check.failed(
                            PROOF,
                            CheckCode.JWT_HEADER,
                            "The header is not that of an SD-JWT VC."));
        }
        return header.has("x5c") && Certificates.leaf(header).isEmpty()
                ? Optional.of(
                        Check.failed(
                                PROOF, CheckCode.JWT_HEADER, "The certificate cannot be read."))
                : Optional.empty();
    }

    private static boolean isFor(Certificates.Leaf leaf, String issuerId) {
        if (leaf.names().contains(issuerId)) {
            return true;
        }
        try {
            return leaf.names().contains(String.valueOf(URI.create(issuerId).getHost()));
        } catch (IllegalArgumentException _) {
            return false; // no address, and so no host to compare with
        }
    }

    private static Check proof(SdJwt token, Disclosed.Result disclosed, VerificationKey key) {
        if (!isSigned(token.token(), key)) {
            return Check.failed(
                    PROOF,
                    CheckCode.SIGNATURE_INVALID,
                    "The signature does not fit: the token was altered, or another key signed it.");
        }
        if (disclosed instanceof Disclosed.Result.Refused(var detail)) {
            return Check.failed(PROOF, CheckCode.DISCLOSURE_INVALID, detail);
        }
        if (token.holderProof().filter(kb -> !isHolders(kb, token)).isPresent()) {
            return Check.failed(
                    PROOF,
                    CheckCode.HOLDER_PROOF_INVALID,
                    "The holder's proof does not fit what is presented.");
        }
        return Check.passed(PROOF, "The signature fits, and so does every part shown.");
    }

    private static boolean isSigned(CompactJwt jwt, VerificationKey key) {
        return JsonTree.text(jwt.header(), "alg")
                        .filter(key.kind().jwsAlgorithm()::equals)
                        .isPresent()
                && key.verifies(jwt.signingInput(), jwt.signature());
    }

    private static boolean isHolders(CompactJwt proof, SdJwt token) {
        boolean typed =
                JsonTree.text(proof.header(), "typ").filter(HOLDER_TYPE::equals).isPresent();
        return typed
                && Jwk.decode(token.token().payload().path("cnf").path("jwk"))
                        .filter(key -> isSigned(proof, key))
                        .isPresent()
                && Disclosed.covers(proof.payload(), token);
    }

    private static List<JsonNode> statuses(JsonNode payload) {
        var status = payload.path("status");
        if (!payload.has("status")) {
            return List.of();
        }
        var entry = JsonNodeFactory.instance.objectNode();
        var list = status.path("status_list");
        entry.put("type", list.isObject() ? "TokenStatusList" : "unknown");
        entry.set("idx", list.path("idx"));
        entry.set("uri", list.path("uri"));
        return List.of(entry);
    }

    /** Names and dates where the other checks look for them. */
    private static ObjectNode credential(ObjectNode payload) {
        var claims = JsonNodeFactory.instance.objectNode();
        JsonTree.text(payload, "jti").ifPresent(id -> claims.put("id", id));
        JsonTree.text(payload, "vct").ifPresent(type -> claims.putArray("type").add(type));
        JsonTree.text(payload, "iss").ifPresent(iss -> claims.put("issuer", iss));
        Stream.of("achievement_title", "title", "name", "vct")
                .flatMap(name -> JsonTree.text(payload, name).stream())
                .findFirst()
                .ifPresent(name -> claims.put("name", name));
        JwtClaims.instant(payload, "nbf")
                .or(() -> JwtClaims.instant(payload, "iat"))
                .ifPresent(at -> claims.put("validFrom", at.toString()));
        JwtClaims.instant(payload, "exp").ifPresent(at -> claims.put("validUntil", at.toString()));
        var subject = claims.putObject("credentialSubject");
        JsonTree.text(payload, "sub").ifPresent(sub -> subject.put("id", sub));
        JsonTree.text(payload, "email")
                .ifPresent(email ->
                        subject.putArray("identifier")
                                .addObject()
                                .put("identityType", "emailAddress")
                                .put("hashed", false)
                                .put("identityHash", email));
        return claims;
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
