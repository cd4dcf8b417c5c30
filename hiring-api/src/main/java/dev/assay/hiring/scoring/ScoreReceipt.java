package dev.assay.hiring.scoring;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.shared.EmployerId;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes score receipts, before they are signed: the score with its whole explanation and what it
 * was computed from, by ids alone. Whoever has one can compute the score again.
 */
final class ScoreReceipt {

    static final String TYPE = "ScoreReceipt";
    static final String FOR_CANDIDATES = "ScoreReceiptForCandidate";
    static final String FORMAT = "assay-score-receipt/1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a receipt is of. */
    record Subject(UUID history, EmployerId employer, JobId job, ScoreCause cause) {}

    private ScoreReceipt() {}

    static ObjectNode unsigned(String issuer, Subject subject, Score score, ScoringInput input) {
        ObjectNode receipt = head(TYPE, issuer, subject);
        receipt.setAll(score(score));
        ObjectNode inputs = ScoringInputJson.write(input);
        inputs.set("policy", ScoringPolicyJson.write(input.policy()));
        receipt.set("inputs", inputs);
        return receipt;
    }

    /**
     * The same for the candidate: every point and its reason, and what would add more; not how the
     * employer groups issuers, nor what it thinks of others'.
     */
    static ObjectNode forCandidate(String issuer, Subject subject, Score score) {
        ObjectNode receipt = head(FOR_CANDIDATES, issuer, subject);
        receipt.setAll(score(score));
        for (JsonNode requirement : receipt.path("requirements")) {
            requirement
                    .path("evidence")
                    .forEach(evidence -> ((ObjectNode) evidence).remove("group"));
        }
        return receipt;
    }

    /** A score by ids alone: a skill's name is what a vocabulary calls it today. */
    static ObjectNode score(Score score) {
        ObjectNode json = JSON.valueToTree(score);
        json.path("requirements").forEach(ScoreReceipt::withoutName);
        json.path("counterfactuals").forEach(ScoreReceipt::withoutName);
        return json;
    }

    private static void withoutName(JsonNode named) {
        ((ObjectNode) named.path("skill")).remove("name");
    }

    private static ObjectNode head(String type, String issuer, Subject subject) {
        ObjectNode receipt = JSON.createObjectNode();
        return receipt.put("type", type)
                .put("format", FORMAT)
                .put("id", "urn:uuid:" + subject.history())
                .put("issuer", issuer)
                .put("employerId", subject.employer().toString())
                .put("jobId", subject.job().toString())
                .put("cause", subject.cause().wireName());
    }
}
