package dev.assay.credential.badge2;

import static dev.assay.credential.report.CheckName.KEY_BINDING;
import static dev.assay.credential.report.CheckName.PROOF;
import static dev.assay.credential.report.CheckName.STATUS;
import static dev.assay.credential.report.CheckName.STRUCTURE;

import dev.assay.credential.badge2.Hosting.Hosted;
import dev.assay.credential.format.OpenBadge2Input;
import dev.assay.credential.input.InputLimits;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.jwt.CompactJwt;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.ProofDescription;
import dev.assay.credential.source.DocumentSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Verifies Open Badges 2.0 and hosted ones of 1.x. Only what the issuer serves or signed counts: of
 * a hosted badge the input is trusted to say where it is kept and nothing else; badge class and
 * profile are fetched by their ids even where a copy is at hand. For one verification.
 */
public final class OpenBadges2 {

    private static final Set<String> HOSTED = Set.of("hosted", "HostedBadge");
    private static final Set<String> SIGNED = Set.of("signed", "SignedBadge");

    private final Hosting hosting;
    private final SignedBadge signatures;

    public OpenBadges2(DocumentSource documents, InputLimits limits) {
        this.hosting = new Hosting(documents, limits);
        this.signatures = new SignedBadge(hosting);
    }

    public Findings look(OpenBadge2Input input) {
        return switch (input) {
            case OpenBadge2Input.Hosted(var claimed) -> hosted(claimed);
            case OpenBadge2Input.Signed(var jwt) -> signed(jwt);
        };
    }

    private Findings hosted(JsonNode claimed) {
        var type = verificationType(claimed);
        if (type.filter(SIGNED::contains).isPresent()) {
            return nothing(
                    description("signed"),
                    Check.failed(
                            PROOF,
                            CheckCode.PROOF_MISSING,
                            "The badge says it is signed, and there is no signature."));
        }
        var id = idOf(claimed);
        if (id.isEmpty() || Hosting.address(id.get()).isEmpty()) {
            return nothing(
                    description("hosted"),
                    Check.failed(
                            PROOF,
                            CheckCode.PROOF_MISSING,
                            "The badge is neither signed nor kept at a web address."));
        }
        return switch (hosting.document(id.get())) {
            case Hosted.Gone() -> gone();
            case Hosted.Unavailable(var reason) ->
                    nothing(
                            description("hosted"),
                            Check.indeterminate(
                                    PROOF,
                                    CheckCode.HOSTED_UNAVAILABLE,
                                    "The issuer's own copy could not be had: " + reason + "."));
            case Hosted.Document(var assertion) -> hosted(id.get(), assertion);
        };
    }

    private Findings hosted(String id, JsonNode assertion) {
        boolean revoked = assertion.path("revoked").asBoolean(false);
        var status =
                revoked
                        ? revoked()
                        : Check.passed(STATUS, "The issuer still serves the badge as valid.");
        var proof = Check.passed(PROOF, "The badge is as its host serves it.");
        var chain = chain(id, assertion);
        if (chain instanceof Chain.Broken(var structure, var reason)) {
            return new Findings(
                    description("hosted"),
                    JsonNodeFactory.instance.objectNode(),
                    structure,
                    proof,
                    unavailableIssuer(reason),
                    status);
        }
        var parts = ((Chain.Whole) chain).parts();
        var binding =
                HostedScope.covers(parts.issuer(), parts.issuerId(), id)
                        ? Check.passed(
                                KEY_BINDING, "The badge is kept where its issuer keeps badges.")
                        : Check.failed(
                                KEY_BINDING,
                                CheckCode.HOSTED_ELSEWHERE,
                                "The badge is kept where its issuer keeps none.");
        return new Findings(
                description("hosted"),
                Upgrade.claims(parts),
                Shape.of(parts),
                proof,
                binding,
                status);
    }

    private Findings signed(CompactJwt jwt) {
        var assertion = jwt.payload();
        var id =
                JsonTree.text(assertion, "id").or(() -> JsonTree.text(assertion, "uid")).orElse("");
        var chain = chain(id, assertion);
        var key = signatures.keyOf(assertion);
        var description =
                new ProofDescription(
                        "signed",
                        JsonTree.text(jwt.header(), "alg"),
                        signatures.keyIdOf(assertion));
        var proof = signatures.proof(jwt, key);
        if (chain instanceof Chain.Broken(var structure, var reason)) {
            return new Findings(
                    description,
                    JsonNodeFactory.instance.objectNode(),
                    structure,
                    proof,
                    unavailableIssuer(reason),
                    Check.indeterminate(
                            STATUS,
                            CheckCode.STATUS_NOT_CHECKED,
                            "Whether it was revoked could not be checked: " + reason + "."));
        }
        var parts = ((Chain.Whole) chain).parts();
        return new Findings(
                description,
                Upgrade.claims(parts),
                Shape.of(parts),
                proof,
                signatures.binding(parts, key),
                revocation(parts));
    }

    /** From the assertion to its badge class and on to the issuer's profile. */
    private sealed interface Chain {
        record Whole(Upgrade.Parts parts) implements Chain {}

        record Broken(Check structure, String reason) implements Chain {}
    }

    private Chain chain(String id, JsonNode assertion) {
        var badgeId = JsonTree.id(assertion.path("badge"));
        if (badgeId.isEmpty()) {
            return broken(missing("badge"), "the badge names no badge class");
        }
        return switch (hosting.document(badgeId.get())) {
            case Hosted.Gone() -> broken(unavailable(), "its badge class was withdrawn");
            case Hosted.Unavailable(var reason) -> broken(unavailable(), reason);
            case Hosted.Document(var badge) -> chain(id, assertion, badgeId.get(), badge);
        };
    }

    private Chain chain(String id, JsonNode assertion, String badgeId, JsonNode badge) {
        var issuerId = JsonTree.id(badge.path("issuer"));
        if (issuerId.isEmpty()) {
            return broken(missing("issuer"), "its badge class names no issuer");
        }
        return switch (hosting.document(issuerId.get())) {
            case Hosted.Gone() -> broken(unavailable(), "its issuer's profile was withdrawn");
            case Hosted.Unavailable(var reason) -> broken(unavailable(), reason);
            case Hosted.Document(var issuer) ->
                    new Chain.Whole(
                            new Upgrade.Parts(
                                    id, assertion, badgeId, badge, issuerId.get(), issuer));
        };
    }

    private static Chain broken(Check structure, String reason) {
        return new Chain.Broken(structure, reason);
    }

    private Check revocation(Upgrade.Parts parts) {
        var list = JsonTree.id(parts.issuer().path("revocationList"));
        if (list.isEmpty()) {
            return Check.notApplicable(
                    STATUS, CheckCode.NOT_DECLARED, "The issuer keeps no list of revoked badges.");
        }
        return switch (hosting.document(list.get())) {
            case Hosted.Gone() -> listUnavailable("it was withdrawn");
            case Hosted.Unavailable(var reason) -> listUnavailable(reason);
            case Hosted.Document(var document) -> {
                var ids =
                        List.of(
                                parts.assertionId(),
                                JsonTree.text(parts.assertion(), "uid").orElse(""));
                boolean named =
                        JsonTree.items(document, "revokedAssertions").stream()
                                .flatMap(i ->
                                        JsonTree.id(i).or(() -> JsonTree.text(i, "uid")).stream())
                                .anyMatch(i -> !i.isEmpty() && ids.contains(i));
                if (named) {
                    yield revoked();
                }
                yield document.has("revokedAssertions")
                        ? Check.passed(STATUS, "The issuer has not revoked the badge.")
                        : listUnavailable("there is no list in it");
            }
        };
    }

    private static Check listUnavailable(String reason) {
        return Check.indeterminate(
                STATUS,
                CheckCode.STATUS_LIST_UNAVAILABLE,
                "The issuer's list of revoked badges could not be used: " + reason + ".");
    }

    private static Check revoked() {
        return Check.failed(STATUS, CheckCode.REVOKED, "The issuer has revoked the badge.");
    }

    private static Check missing(String property) {
        return Check.failed(
                STRUCTURE, CheckCode.MISSING_PROPERTY, "\"" + property + "\" is missing.");
    }

    private static Check unavailable() {
        return Check.indeterminate(
                STRUCTURE,
                CheckCode.HOSTED_UNAVAILABLE,
                "A document that the badge consists of could not be had.");
    }

    private static Check unavailableIssuer(String reason) {
        return Check.indeterminate(
                KEY_BINDING,
                CheckCode.ISSUER_DOCUMENT_UNAVAILABLE,
                "The issuer's profile could not be had: " + reason + ".");
    }

    private static Findings gone() {
        return new Findings(
                description("hosted"),
                JsonNodeFactory.instance.objectNode(),
                unavailable(),
                Check.indeterminate(
                        PROOF, CheckCode.HOSTED_UNAVAILABLE, "The issuer has withdrawn the badge."),
                unavailableIssuer("the badge was withdrawn"),
                revoked());
    }

    private static Findings nothing(ProofDescription description, Check proof) {
        return new Findings(
                description,
                JsonNodeFactory.instance.objectNode(),
                unavailable(),
                proof,
                unavailableIssuer("nothing says who that is"),
                Check.indeterminate(
                        STATUS,
                        CheckCode.STATUS_NOT_CHECKED,
                        "Whether it was revoked could not be checked."));
    }

    private static ProofDescription description(String type) {
        return new ProofDescription(type, Optional.empty(), Optional.empty());
    }

    private static Optional<String> verificationType(JsonNode assertion) {
        return Optional.of(SignedBadge.verification(assertion))
                .flatMap(node ->
                        JsonTree.texts(node, "type").stream()
                                .filter(t -> HOSTED.contains(t) || SIGNED.contains(t))
                                .findFirst());
    }

    /** In 1.x the address is that of the verification. */
    private static Optional<String> idOf(JsonNode claimed) {
        return JsonTree.text(claimed, "id")
                .filter(id -> Hosting.address(id).isPresent())
                .or(() -> JsonTree.text(SignedBadge.verification(claimed), "url"));
    }
}
