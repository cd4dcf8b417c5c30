package dev.assay.hiring.scoring;

import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.signing.PlatformSigner;
import dev.assay.hiring.scoring.engine.PolicyRef;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NotFound;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Signed receipts of scores, and their check. */
@Component
public class Receipts {

    private final ScoreRepository repository;
    private final PolicyRepository policies;
    private final Applications applications;
    private final Candidates candidates;
    private final TenantTransaction transactions;
    private final PlatformSigner signer;

    Receipts(
            ScoreRepository repository,
            PolicyRepository policies,
            Applications applications,
            Candidates candidates,
            TenantTransaction transactions,
            PlatformSigner signer) {
        this.repository = repository;
        this.policies = policies;
        this.applications = applications;
        this.candidates = candidates;
        this.transactions = transactions;
        this.signer = signer;
    }

    /**
     * The receipt of an application's current score: all it was computed from, signed.
     *
     * @throws NotFound when this employer has no such application
     * @throws Conflict when the score is of a time before inputs were kept, or the candidate is
     *     reviewed blind: it names who issued what counts
     */
    public ObjectNode receipt(Actor actor, ApplicationId application) {
        // It is signed as it is: nothing can be withheld in it.
        candidates.requireShown(actor, applications.get(actor, application).candidate());
        Found found = find(actor, application);
        String inputs =
                found.computation()
                        .inputs()
                        .orElseThrow(() ->
                                new Conflict(
                                        "receipt-inputs-unknown",
                                        "This score was computed before its inputs were kept. The next"
                                                + " computation has a receipt."));
        return signer.sign(
                ScoreReceipt.unsigned(
                        signer.did(),
                        found.subject(),
                        found.computation().score(),
                        KeptInputs.read(inputs, found.policy())));
    }

    /**
     * The same for the candidate: without what it was computed from.
     *
     * @throws NotFound when this employer has no such application
     */
    public ObjectNode forCandidate(Actor actor, ApplicationId application) {
        Found found = find(actor, application);
        return signer.sign(
                ScoreReceipt.forCandidate(
                        signer.did(), found.subject(), found.computation().score()));
    }

    /** Checks what anybody hands in against the keys published here. */
    public ReceiptReport check(byte[] receipt) {
        return ReceiptCheck.withKeys(
                        signer.keys().stream()
                                .map(key -> signer.method(key.multikey()))
                                .collect(Collectors.toSet()))
                .check(receipt);
    }

    private Found find(Actor actor, ApplicationId id) {
        return transactions.in(
                actor,
                () -> {
                    var application = applications.get(actor, id);
                    Computation computation =
                            repository
                                    .computation(actor.employer(), id)
                                    .orElseThrow(() -> new NotFound("application"));
                    Score.Policy policy = computation.score().policy();
                    return new Found(
                            new ScoreReceipt.Subject(
                                    computation.history(),
                                    actor.employer(),
                                    application.job(),
                                    computation.cause()),
                            computation,
                            policies.numbers(
                                    actor.employer(),
                                    new PolicyRef(policy.id(), policy.version())));
                });
    }

    private record Found(
            ScoreReceipt.Subject subject, Computation computation, ScoringPolicy policy) {}
}
