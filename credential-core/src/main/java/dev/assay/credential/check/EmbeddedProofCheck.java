package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.KEY_BINDING;
import static dev.assay.credential.report.CheckName.PROOF;

import dev.assay.credential.did.IssuerBinding;
import dev.assay.credential.proof.ProofChecker;
import dev.assay.credential.proof.ProofVerdict;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.ProofDescription;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Data Integrity proofs: all must fit, and one must be by the issuer's own key. */
final class EmbeddedProofCheck {

    private final ProofChecker proofs;
    private final IssuerBinding binding;
    private final Instant now;

    EmbeddedProofCheck(ProofChecker proofs, IssuerBinding binding, Instant now) {
        this.proofs = proofs;
        this.binding = binding;
        this.now = now;
    }

    SecuringChecks check(ObjectNode claims, List<JsonNode> embedded, Optional<String> issuerId) {
        var verdict = proofs.check(claims, embedded);
        var proof = new Check(PROOF, verdict.outcome(), verdict.code(), verdict.detail());
        var bound = issuerId.map(id -> bind(verdict, id)).orElseGet(EmbeddedProofCheck::nothing);
        return new SecuringChecks(description(verdict, bound), proof, bound.check());
    }

    private Bound bind(ProofVerdict verdict, String issuerId) {
        var bounds =
                verdict.proven().stream()
                        .map(p ->
                                new Bound(
                                        Optional.of(p.description()),
                                        binding.check(
                                                issuerId,
                                                p.verificationMethod(),
                                                p.key(),
                                                p.created().orElse(now))))
                        .toList();
        return bounds.stream()
                .filter(b -> b.check().outcome() == CheckOutcome.PASSED)
                .findFirst()
                .or(() -> bounds.stream().findFirst())
                .orElseGet(EmbeddedProofCheck::nothing);
    }

    private static Optional<ProofDescription> description(ProofVerdict verdict, Bound bound) {
        return bound.description().or(verdict::described);
    }

    private static Bound nothing() {
        return new Bound(
                Optional.empty(),
                Check.indeterminate(
                        KEY_BINDING,
                        CheckCode.NOT_REACHED,
                        "Without a signature that fits there is no key to ask about."));
    }

    private record Bound(Optional<ProofDescription> description, Check check) {}
}
