package dev.assay.credential.badge2;

import static dev.assay.credential.report.CheckName.KEY_BINDING;
import static dev.assay.credential.report.CheckName.PROOF;

import dev.assay.credential.badge2.Hosting.Hosted;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.jwt.CompactJwt;
import dev.assay.credential.key.Pem;
import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Signed assertions of Open Badges 2.0: RS256 by a key that the badge names, that says who owns it,
 * and that the owner's profile lists. A key only the badge names is anybody's.
 */
final class SignedBadge {

    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

    private final Hosting hosting;

    SignedBadge(Hosting hosting) {
        this.hosting = hosting;
    }

    /** What looking for the key came to. */
    sealed interface Key {
        record Found(String id, Optional<String> owner, VerificationKey key) implements Key {}

        record Unavailable(String reason) implements Key {}

        record Unusable(String reason) implements Key {}
    }

    static JsonNode verification(JsonNode assertion) {
        return assertion.has("verification")
                ? assertion.path("verification")
                : assertion.path("verify");
    }

    Optional<String> keyIdOf(JsonNode assertion) {
        var verification = verification(assertion);
        return JsonTree.id(verification.path("creator"))
                .or(() -> JsonTree.id(verification.path("publicKey")));
    }

    Key keyOf(JsonNode assertion) {
        var id = keyIdOf(assertion);
        if (id.isEmpty()) {
            return new Key.Unusable("the badge names no key");
        }
        return switch (hosting.document(id.get())) {
            case Hosted.Gone() -> new Key.Unusable("the key was withdrawn");
            case Hosted.Unavailable(var reason) -> new Key.Unavailable(reason);
            case Hosted.Document(var document) ->
                    JsonTree.text(document, "publicKeyPem")
                            .flatMap(Pem::decode)
                            .<Key>map(key ->
                                    new Key.Found(
                                            id.get(), JsonTree.id(document.path("owner")), key))
                            .orElseGet(() -> new Key.Unusable("it is no RSA key of 2048 bits up"));
        };
    }

    Check proof(CompactJwt jwt, Key key) {
        if (!HEADER.containsAll(jwt.header().propertyNames())) {
            return Check.failed(
                    PROOF,
                    CheckCode.JWT_HEADER,
                    "The header has a member other than alg, typ and kid.");
        }
        return switch (key) {
            case Key.Unavailable(var reason) ->
                    Check.indeterminate(
                            PROOF,
                            CheckCode.KEY_UNAVAILABLE,
                            "The key could not be had: " + reason + ".");
            case Key.Unusable(var reason) ->
                    Check.failed(
                            PROOF,
                            CheckCode.KEY_UNUSABLE,
                            "There is no key to check with: " + reason + ".");
            case Key.Found(_, _, var found) -> proof(jwt, found);
        };
    }

    private static Check proof(CompactJwt jwt, VerificationKey key) {
        boolean itsAlgorithm =
                JsonTree.text(jwt.header(), "alg")
                        .filter(key.kind().jwsAlgorithm()::equals)
                        .isPresent();
        if (!itsAlgorithm) {
            return Check.failed(
                    PROOF, CheckCode.JWT_ALGORITHM, "The algorithm is not that of the key.");
        }
        return key.verifies(jwt.signingInput(), jwt.signature())
                ? Check.passed(PROOF, "The signature fits the key it names.")
                : Check.failed(
                        PROOF,
                        CheckCode.SIGNATURE_INVALID,
                        "The signature does not fit: the badge was altered, or another signed it.");
    }

    Check binding(Upgrade.Parts parts, Key key) {
        if (!(key instanceof Key.Found(var id, var owner, _))) {
            return Check.indeterminate(
                    KEY_BINDING,
                    CheckCode.NOT_REACHED,
                    "Without a key there is none to ask about.");
        }
        if (owner.filter(o -> !o.equals(parts.issuerId())).isPresent()) {
            return Check.failed(
                    KEY_BINDING,
                    CheckCode.CONTROLLER_MISMATCH,
                    "The key belongs to somebody other than the issuer.");
        }
        boolean listed =
                JsonTree.items(parts.issuer(), "publicKey").stream()
                        .anyMatch(k -> JsonTree.id(k).filter(id::equals).isPresent());
        return listed
                ? Check.passed(KEY_BINDING, "The issuer's profile lists this key.")
                : Check.failed(
                        KEY_BINDING,
                        CheckCode.KEY_NOT_LISTED,
                        "The issuer's own profile does not list this key.");
    }
}
