package dev.assay.hiring.scoring;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.signing.PlatformSigner;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Signed receipts of scores, and their check. */
@Component
public class Receipts {

    private final Scores scores;
    private final ScoreRepository repository;
    private final TenantTransaction transactions;
    private final PlatformSigner signer;

    Receipts(
            Scores scores,
            ScoreRepository repository,
            TenantTransaction transactions,
            PlatformSigner signer) {
        this.scores = scores;
        this.repository = repository;
        this.transactions = transactions;
        this.signer = signer;
    }

    /**
     * The receipt of an application's current score: all it was computed from, signed.
     *
     * @throws NotFound when this employer has no such application
     * @throws Conflict when the score is of a time before inputs were kept
     */
    public ObjectNode receipt(Actor actor, ApplicationId application) {
        Computation computation = computation(actor, application);
        JsonNode inputs =
                computation
                        .inputs()
                        .orElseThrow(() ->
                                new Conflict(
                                        "receipt-inputs-unknown",
                                        "This score was computed before its inputs were kept. The next"
                                                + " computation has a receipt."));
        return signer.sign(
                ScoreReceipt.unsigned(
                        signer.did(),
                        computation.subject(),
                        computation.score(),
                        ScoringInputJson.read(inputs, ScoringPolicy.standard())));
    }

    /**
     * The same for the candidate: without what it was computed from.
     *
     * @throws NotFound when this employer has no such application
     */
    public ObjectNode forCandidate(Actor actor, ApplicationId application) {
        Computation computation = computation(actor, application);
        return signer.sign(
                ScoreReceipt.forCandidate(
                        signer.did(), computation.subject(), computation.score()));
    }

    /** Checks what anybody hands in against the keys published here. */
    public ReceiptReport check(byte[] receipt) {
        return ReceiptCheck.withKeys(
                        signer.keys().stream()
                                .map(key -> signer.method(key.multikey()))
                                .collect(Collectors.toSet()))
                .check(receipt);
    }

    private Computation computation(Actor actor, ApplicationId application) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    scores.current(actor, application);
                    return repository
                            .computation(actor.employer(), application)
                            .orElseThrow(() -> new NotFound("application"));
                });
    }
}
