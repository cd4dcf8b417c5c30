package dev.assay.credential.proof;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.json.Timestamp;
import dev.assay.credential.jsonld.LinkedData;
import dev.assay.credential.key.KeyFinder;
import dev.assay.credential.key.KeyKind;
import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.ProofDescription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifies the Data Integrity proofs of one document (VC-DATA-INTEGRITY §4.2, §4.3; VC-DI-EDDSA
 * §3.2, §3.3; VC-DI-ECDSA §3.2 to §3.4). For one verification and one thread.
 */
public final class ProofChecker {

    private static final String PURPOSE = "assertionMethod";
    private static final int MAX_PROOFS = 16;

    private final LinkedData linkedData;
    private final KeyFinder keys;
    private final Instant latestCreation;
    private final Instant earliestExpiry;

    /**
     * A checker for one instant, given as the two bounds that clock skew makes of it.
     *
     * @param latestCreation proofs said to be made later are refused
     * @param earliestExpiry proofs that expire at this instant or before are refused
     */
    public ProofChecker(
            LinkedData linkedData, KeyFinder keys, Instant latestCreation, Instant earliestExpiry) {
        this.linkedData = linkedData;
        this.keys = keys;
        this.latestCreation = latestCreation;
        this.earliestExpiry = earliestExpiry;
    }

    /**
     * Passes when every proof of a suite we verify fits, and there is one.
     *
     * @param proofs the document's proofs
     * @param unsecured the document without them
     */
    public ProofVerdict check(ObjectNode unsecured, List<JsonNode> proofs) {
        if (proofs.isEmpty()) {
            return verdict(
                    CheckOutcome.FAILED,
                    CheckCode.PROOF_MISSING,
                    "The document has no proof.",
                    proofs);
        }
        if (proofs.size() > MAX_PROOFS || !proofs.stream().allMatch(JsonNode::isObject)) {
            return verdict(
                    CheckOutcome.FAILED,
                    CheckCode.PROOF_MALFORMED,
                    "The proofs are not a list of at most " + MAX_PROOFS + " objects.",
                    proofs);
        }
        var findings = new ArrayList<Finding>(proofs.size());
        for (var proof : proofs) {
            findings.add(check(unsecured, proofs, proof));
        }
        return combine(proofs, findings);
    }

    private static ProofVerdict combine(List<JsonNode> proofs, List<Finding> findings) {
        var proven = new ArrayList<ProvenProof>();
        Finding.Faulty worst = null;
        for (var finding : findings) {
            switch (finding) {
                case Finding.Fits(var proof) -> proven.add(proof);
                case Finding.Faulty faulty -> worst = worst == null ? faulty : worst.worse(faulty);
            }
        }
        if (worst == null || (worst.isUnsupported() && !proven.isEmpty())) {
            return new ProofVerdict(
                    CheckOutcome.PASSED,
                    CheckCode.OK,
                    "The signature fits the key it names.",
                    Optional.of(proven.getFirst().description()),
                    proven);
        }
        return verdict(worst.outcome(), worst.code(), worst.detail(), proofs);
    }

    private static ProofVerdict verdict(
            CheckOutcome outcome, CheckCode code, String detail, List<JsonNode> proofs) {
        var described = proofs.stream().findFirst().map(ProofChecker::describe);
        return new ProofVerdict(outcome, code, detail, described, List.of());
    }

    private static ProofDescription describe(JsonNode proof) {
        return new ProofDescription(
                JsonTree.text(proof, "type").orElse("unknown"),
                JsonTree.text(proof, "cryptosuite"),
                JsonTree.text(proof, "verificationMethod"));
    }

    private Finding check(ObjectNode unsecured, List<JsonNode> proofs, JsonNode proof) {
        var suite = ProofSuite.of(proof);
        if (suite.isEmpty()) {
            return undecided(
                    CheckCode.PROOF_UNSUPPORTED, "The proof is of a suite we do not verify.");
        }
        var method = JsonTree.text(proof, "verificationMethod");
        var signature = JsonTree.text(proof, "proofValue").flatMap(suite.get()::value);
        if (method.isEmpty() || signature.isEmpty()) {
            return failed(
                    CheckCode.PROOF_MALFORMED, "The proof lacks a key or a well-formed signature.");
        }
        if (!JsonTree.text(proof, "proofPurpose").filter(PURPOSE::equals).isPresent()) {
            return failed(CheckCode.PROOF_PURPOSE, "The proof was not made to state something.");
        }
        return times(proof)
                .or(() -> previousMissing(proofs, proof))
                .orElseGet(() ->
                        switch (keys.find(method.get())) {
                            case KeyFinder.Answer.Found(var key) ->
                                    signature(
                                            suite.get(),
                                            withPrevious(unsecured, proofs, proof),
                                            proof,
                                            new Signed(method.get(), key, signature.get()));
                            case KeyFinder.Answer.Unavailable(var reason) ->
                                    undecided(
                                            CheckCode.KEY_UNAVAILABLE,
                                            "The key could not be had: " + reason + ".");
                            case KeyFinder.Answer.Unusable(var reason) ->
                                    failed(
                                            CheckCode.KEY_UNUSABLE,
                                            "There is no key to check with: " + reason + ".");
                        });
    }

    private Finding signature(
            ProofSuite suite, ObjectNode unsecured, JsonNode proof, Signed signed) {
        if (!suite.uses(signed.key().kind())) {
            return failed(CheckCode.KEY_UNUSABLE, "The key is not of the kind the suite uses.");
        }
        var options = ((ObjectNode) proof).deepCopy();
        options.remove("proofValue");
        var digest = signed.key().kind() == KeyKind.P_384 ? "SHA-384" : "SHA-256";
        var canonicalizer = suite.canonicalizer(linkedData, digest);
        if (suite == ProofSuite.ECDSA_SD_2023) {
            return disclosure(canonicalizer, unsecured, proof, options, signed);
        }
        return switch (HashedData.of(canonicalizer, digest, unsecured, options)) {
            case HashedData.Refused(var code, var detail) -> refused(code, detail);
            case HashedData.Bytes(var data) ->
                    signed.key().verifies(data, signed.signature())
                            ? fits(proof, signed)
                            : doesNotFit();
        };
    }

    private static Finding disclosure(
            Canonicalizer canonicalizer,
            ObjectNode unsecured,
            JsonNode proof,
            ObjectNode options,
            Signed signed) {
        var derived = DerivedProof.parse(signed.signature());
        if (derived.isEmpty()) {
            return failed(
                    CheckCode.PROOF_MALFORMED, "The proof is not one that a holder has derived.");
        }
        return switch (derived.get().verify(canonicalizer, unsecured, options, signed.key())) {
            case DerivedProof.Verdict.Refused(var code, var detail) -> refused(code, detail);
            case DerivedProof.Verdict.Fits() -> fits(proof, signed);
            case DerivedProof.Verdict.DoesNotFit() -> doesNotFit();
        };
    }

    private static Finding refused(CheckCode code, String detail) {
        boolean open = code == CheckCode.WORK_LIMIT || code == CheckCode.CONTEXT_UNAVAILABLE;
        return open ? undecided(code, detail) : failed(code, detail);
    }

    private static Finding doesNotFit() {
        return failed(
                CheckCode.SIGNATURE_INVALID,
                "The signature does not fit: the document was altered, or another key signed it.");
    }

    private static Finding fits(JsonNode proof, Signed signed) {
        return new Finding.Fits(
                new ProvenProof(
                        describe(proof), signed.method(), signed.key(), time(proof, "created")));
    }

    private Optional<Finding> times(JsonNode proof) {
        var created = time(proof, "created");
        var expires = time(proof, "expires");
        boolean odd =
                created.isPresent() != JsonTree.declares(proof, "created")
                        || expires.isPresent() != JsonTree.declares(proof, "expires");
        if (odd) {
            return Optional.of(
                    failed(CheckCode.MALFORMED_DATE, "A time of the proof is malformed."));
        }
        if (created.filter(at -> at.isAfter(latestCreation)).isPresent()) {
            return Optional.of(
                    failed(CheckCode.PROOF_FROM_THE_FUTURE, "The proof is dated in the future."));
        }
        return expires.filter(at -> !at.isAfter(earliestExpiry)).isPresent()
                ? Optional.of(failed(CheckCode.PROOF_EXPIRED, "The proof has expired."))
                : Optional.empty();
    }

    private static Optional<Instant> time(JsonNode proof, String property) {
        return JsonTree.text(proof, property).flatMap(Timestamp::parse);
    }

    private static Optional<Finding> previousMissing(List<JsonNode> proofs, JsonNode proof) {
        if (!JsonTree.declares(proof, "previousProof")) {
            return Optional.empty();
        }
        long declared = JsonTree.items(proof, "previousProof").size();
        long found = previous(proofs, proof).size();
        boolean itself =
                JsonTree.text(proof, "id")
                        .filter(JsonTree.texts(proof, "previousProof")::contains)
                        .isPresent();
        return declared != found || itself
                ? Optional.of(
                        failed(
                                CheckCode.PREVIOUS_PROOF_MISSING,
                                "The proof builds on another one that is not there once."))
                : Optional.empty();
    }

    private static List<JsonNode> previous(List<JsonNode> proofs, JsonNode proof) {
        var wanted = JsonTree.texts(proof, "previousProof");
        return proofs.stream()
                .filter(p -> JsonTree.text(p, "id").filter(wanted::contains).isPresent())
                .toList();
    }

    /** A chained proof signs the document together with the proofs it builds on (§4.3). */
    private static ObjectNode withPrevious(
            ObjectNode unsecured, List<JsonNode> proofs, JsonNode proof) {
        if (!JsonTree.declares(proof, "previousProof")) {
            return unsecured;
        }
        var matching = previous(proofs, proof);
        if (matching.isEmpty()) {
            return unsecured;
        }
        var document = unsecured.deepCopy();
        document.putArray("proof").addAll(matching);
        return document;
    }

    private static Finding.Faulty failed(CheckCode code, String detail) {
        return new Finding.Faulty(CheckOutcome.FAILED, code, detail);
    }

    private static Finding.Faulty undecided(CheckCode code, String detail) {
        return new Finding.Faulty(CheckOutcome.INDETERMINATE, code, detail);
    }

    @SuppressWarnings("ArrayRecordComponent") // lives within one call
    private record Signed(String method, VerificationKey key, byte[] signature) {}

    /** What one proof came to. */
    private sealed interface Finding {
        record Fits(ProvenProof proof) implements Finding {}

        record Faulty(CheckOutcome outcome, CheckCode code, String detail) implements Finding {
            /** A failure outweighs a doubt, and any doubt an unknown suite. */
            Faulty worse(Faulty other) {
                return other.weight() > weight() ? other : this;
            }

            boolean isUnsupported() {
                return code == CheckCode.PROOF_UNSUPPORTED;
            }

            private int weight() {
                if (outcome == CheckOutcome.FAILED) {
                    return 2;
                }
                return isUnsupported() ? 0 : 1;
            }
        }
    }
}
