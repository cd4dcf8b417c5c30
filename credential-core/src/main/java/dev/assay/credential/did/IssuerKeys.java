package dev.assay.credential.did;

import static dev.assay.credential.report.CheckName.KEY_BINDING;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.key.Jwk;
import dev.assay.credential.key.KeyFinder;
import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.source.HttpsAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * The key of a VC-JWT, and whether it is the issuer's. A key named or carried by the header counts
 * as the issuer's only if the issuer's own DID or key set has it; an embedded key by itself proves
 * nothing (Open Badges 3.0 §8.2 and Implementation Guide, key provenance).
 */
public final class IssuerKeys {

    /** The key to verify with, where there is one, and the verdict on whose it is. */
    public record Candidate(Optional<VerificationKey> key, Check binding) {}

    private final KeyDirectory directory;
    private final IssuerBinding binding;

    public IssuerKeys(KeyDirectory directory, Instant now) {
        this.directory = directory;
        this.binding = new IssuerBinding(directory, now);
    }

    /**
     * Looks for the key that the header names or carries among the issuer's own.
     *
     * @param embedded the key in the header's {@code jwk}, where there is one
     */
    public Candidate resolve(
            String issuerId,
            Optional<String> kid,
            Optional<VerificationKey> embedded,
            Instant signedAt) {
        if (kid.isPresent() && kid.get().startsWith("did:")) {
            return byMethod(issuerId, kid.get(), embedded, signedAt);
        }
        if (issuerId.startsWith("did:")) {
            return byDid(issuerId, kid, embedded, signedAt);
        }
        if (kid.isPresent() && kid.get().contains("://")) {
            boolean home = DocumentAddress.sameAuthority(kid.get(), issuerId);
            if (!home) {
                return failed(
                        embedded,
                        CheckCode.FOREIGN_KEY_ID,
                        "The key is kept at another's address.");
            }
        }
        return byKeySet(issuerId, kid, embedded);
    }

    /**
     * Looks among the keys that an issuer of SD-JWT VCs publishes: in its DID, or in its metadata
     * (SD-JWT VC §5).
     *
     * @param embedded the key of the certificate in the header, where there is one
     */
    public Candidate resolveByMetadata(
            String issuerId,
            Optional<String> kid,
            Optional<VerificationKey> embedded,
            Instant signedAt) {
        if (issuerId.startsWith("did:")) {
            return resolve(issuerId, kid, embedded, signedAt);
        }
        var address = DocumentAddress.ofMetadata(issuerId);
        if (address.isEmpty()) {
            return failed(
                    embedded,
                    CheckCode.CONTROLLER_MISMATCH,
                    "The issuer has no address at which its keys could be.");
        }
        return switch (directory.json(address.get())) {
            case KeyDirectory.Json.Unavailable(var reason) -> undecided(embedded, reason);
            case KeyDirectory.Json.Unusable(var reason) -> undecided(embedded, reason);
            case KeyDirectory.Json.Tree(var metadata) -> {
                if (JsonTree.text(metadata, "issuer").filter(issuerId::equals).isEmpty()) {
                    yield failed(
                            embedded,
                            CheckCode.CONTROLLER_MISMATCH,
                            "The metadata at the issuer's address is somebody else's.");
                }
                yield byMetadata(metadata, issuerId, kid, embedded);
            }
        };
    }

    private Candidate byMetadata(
            JsonNode metadata,
            String issuerId,
            Optional<String> kid,
            Optional<VerificationKey> embedded) {
        var elsewhere = JsonTree.text(metadata, "jwks_uri").flatMap(HttpsAddress::parse);
        if (metadata.has("jwks") || elsewhere.isEmpty()) {
            return inKeySet(metadata.path("jwks"), issuerId, kid, embedded);
        }
        return switch (directory.json(elsewhere.get())) {
            case KeyDirectory.Json.Tree(var keys) -> inKeySet(keys, issuerId, kid, embedded);
            case KeyDirectory.Json.Unavailable(var reason) -> undecided(embedded, reason);
            case KeyDirectory.Json.Unusable(var reason) -> undecided(embedded, reason);
        };
    }

    private Candidate byMethod(
            String issuerId, String method, Optional<VerificationKey> embedded, Instant signedAt) {
        return switch (directory.find(method)) {
            case KeyFinder.Answer.Found(var key) -> {
                if (embedded.isPresent() && !embedded.get().sameAs(key)) {
                    yield foreignJwk(embedded);
                }
                yield new Candidate(
                        Optional.of(key), binding.check(issuerId, method, key, signedAt));
            }
            case KeyFinder.Answer.Unavailable(var reason) ->
                    withoutKey(issuerId, method, embedded, reason);
            case KeyFinder.Answer.Unusable(var reason) ->
                    withoutKey(issuerId, method, embedded, reason);
        };
    }

    /** The named key could not be had; whose it would be can still be told from its address. */
    private static Candidate withoutKey(
            String issuerId, String method, Optional<VerificationKey> embedded, String reason) {
        if (!KeyUrl.parse(method).controller().equals(issuerId)) {
            return failed(
                    embedded,
                    CheckCode.CONTROLLER_MISMATCH,
                    "The key belongs to somebody other than the issuer.");
        }
        if (KeyUrl.isSelfCertifying(issuerId)) {
            return embedded.isPresent()
                    ? foreignJwk(embedded)
                    : failed(embedded, CheckCode.KEY_NOT_LISTED, "The issuer has no such key.");
        }
        return undecided(embedded, reason);
    }

    private Candidate byDid(
            String issuerId,
            Optional<String> kid,
            Optional<VerificationKey> embedded,
            Instant signedAt) {
        if (kid.isPresent()) {
            var fragment = kid.get().startsWith("#") ? kid.get().substring(1) : kid.get();
            return byMethod(issuerId, issuerId + "#" + fragment, embedded, signedAt);
        }
        if (KeyUrl.isSelfCertifying(issuerId)) {
            return byMethod(issuerId, issuerId, embedded, signedAt);
        }
        return embedded.map(key -> amongMethods(issuerId, key, signedAt))
                .orElseGet(() -> undecided(embedded, "the header names no key"));
    }

    private Candidate amongMethods(String issuerId, VerificationKey key, Instant signedAt) {
        return switch (directory.documentOf(issuerId)) {
            case KeyDirectory.Lookup.Read(var document) ->
                    document.assertionMethods().stream()
                            .filter(m -> holds(document, m, key))
                            .findFirst()
                            .map(m -> binding.check(issuerId, m, key, signedAt))
                            .map(check -> new Candidate(Optional.of(key), check))
                            .orElseGet(() -> foreignJwk(Optional.of(key)));
            case KeyDirectory.Lookup.Unavailable(var reason) -> undecided(Optional.of(key), reason);
            case KeyDirectory.Lookup.Unusable(var reason) -> undecided(Optional.of(key), reason);
            case KeyDirectory.Lookup.NoAddress() ->
                    undecided(Optional.of(key), "the issuer's DID has no method we can resolve");
        };
    }

    private static boolean holds(ControllerDocument document, String method, VerificationKey key) {
        return document.method(method)
                .flatMap(ControllerDocument.Method::key)
                .filter(key::sameAs)
                .isPresent();
    }

    private Candidate byKeySet(
            String issuerId, Optional<String> kid, Optional<VerificationKey> embedded) {
        var address = DocumentAddress.ofKeySet(issuerId);
        if (address.isEmpty()) {
            return failed(
                    embedded,
                    CheckCode.CONTROLLER_MISMATCH,
                    "The issuer has no address at which its keys could be.");
        }
        return switch (directory.json(address.get())) {
            case KeyDirectory.Json.Tree(var tree) -> inKeySet(tree, issuerId, kid, embedded);
            case KeyDirectory.Json.Unavailable(var reason) -> undecided(embedded, reason);
            case KeyDirectory.Json.Unusable(var reason) -> undecided(embedded, reason);
        };
    }

    private static Candidate inKeySet(
            JsonNode keySet,
            String issuerId,
            Optional<String> kid,
            Optional<VerificationKey> embedded) {
        Predicate<JsonNode> wanted =
                kid.<Predicate<JsonNode>>map(id ->
                                jwk -> JsonTree.text(jwk, "kid").filter(id::equals).isPresent())
                        .orElseGet(() -> jwk -> isSame(jwk, embedded));
        var keys = JsonTree.items(keySet, "keys");
        boolean onlyOne = kid.isEmpty() && embedded.isEmpty() && keys.size() == 1;
        var entry = keys.stream().filter(key -> onlyOne || wanted.test(key)).findFirst();
        var key = entry.flatMap(Jwk::decode);
        if (key.isEmpty()) {
            return embedded.isPresent()
                    ? foreignJwk(embedded)
                    : failed(key, CheckCode.KEY_NOT_LISTED, "The issuer's key set lacks this key.");
        }
        if (embedded.isPresent() && !embedded.get().sameAs(key.get())) {
            return foreignJwk(embedded);
        }
        if (JsonTree.text(entry.get(), "iss").filter(iss -> !iss.equals(issuerId)).isPresent()) {
            return failed(
                    key, CheckCode.JWK_ISSUER_MISMATCH, "The key set gives this key to another.");
        }
        return new Candidate(
                key, Check.passed(KEY_BINDING, "The issuer's key set lists this key."));
    }

    private static boolean isSame(JsonNode jwk, Optional<VerificationKey> wanted) {
        return Jwk.decode(jwk).filter(key -> wanted.filter(key::sameAs).isPresent()).isPresent();
    }

    private static Candidate foreignJwk(Optional<VerificationKey> embedded) {
        return failed(
                embedded,
                CheckCode.FOREIGN_JWK,
                "The key in the header is not one of the issuer's own.");
    }

    private static Candidate failed(Optional<VerificationKey> key, CheckCode code, String detail) {
        return new Candidate(key, Check.failed(KEY_BINDING, code, detail));
    }

    private static Candidate undecided(Optional<VerificationKey> key, String reason) {
        return new Candidate(
                key,
                Check.indeterminate(
                        KEY_BINDING,
                        CheckCode.ISSUER_DOCUMENT_UNAVAILABLE,
                        "The issuer's own keys could not be had: " + reason + "."));
    }
}
