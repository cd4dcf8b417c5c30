package dev.assay.hiring.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.credential.proof.DataIntegritySigner;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.scoring.ReceiptReport.Outcome;
import dev.assay.hiring.scoring.engine.Alignment;
import dev.assay.hiring.scoring.engine.AssessmentMode;
import dev.assay.hiring.scoring.engine.AuthorityTier;
import dev.assay.hiring.scoring.engine.BasisPoints;
import dev.assay.hiring.scoring.engine.EvidenceItem;
import dev.assay.hiring.scoring.engine.EvidenceKind;
import dev.assay.hiring.scoring.engine.IgnoreReason;
import dev.assay.hiring.scoring.engine.Importance;
import dev.assay.hiring.scoring.engine.IndependenceGroup;
import dev.assay.hiring.scoring.engine.ItemRef;
import dev.assay.hiring.scoring.engine.Level;
import dev.assay.hiring.scoring.engine.MappingRef;
import dev.assay.hiring.scoring.engine.Requirement;
import dev.assay.hiring.scoring.engine.ScoringEngine;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.scoring.engine.SkillShown;
import dev.assay.hiring.scoring.engine.Standing;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Receipts in the hands of somebody who has nothing else. */
class ReceiptCheckTest {

    private static final String DID = "did:web:assay.example";
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final SkillId SQL = new SkillId(new UUID(1, 1));

    private final Ed25519SigningKey key = Ed25519SigningKey.generate();

    @Test
    void holdsWhereTheKeyIsPublishedAndEveryDigitComesOutAgain() {
        ReceiptReport report = published().check(bytes(signed(receipt())));

        assertThat(report.outcome()).as(report.toString()).isEqualTo(Outcome.PASSED);
        assertThat(report.steps())
                .extracting(ReceiptReport.Step::name)
                .containsExactly(
                        "structure",
                        "signature",
                        "signer",
                        "inputs",
                        "score",
                        "requirements",
                        "counterfactuals");
    }

    @Test
    void saysNothingOfTheSignerWithoutKeys() {
        ReceiptReport report = ReceiptCheck.withoutKeys().check(bytes(signed(receipt())));

        assertThat(report.outcome()).isEqualTo(Outcome.UNCHECKED);
        assertThat(outcome(report, "signature")).isEqualTo(Outcome.PASSED);
        assertThat(outcome(report, "signer")).isEqualTo(Outcome.UNCHECKED);
    }

    @Test
    void findsAnotherSigner() {
        Ed25519SigningKey stranger = Ed25519SigningKey.generate();
        ObjectNode forged =
                DataIntegritySigner.create(
                                stranger,
                                DID + "#" + stranger.publicKeyMultibase(),
                                ProofSuite.EDDSA_JCS_2022)
                        .sign(receipt(), NOW);

        ReceiptReport report = published().check(bytes(forged));

        assertThat(outcome(report, "signature")).isEqualTo(Outcome.PASSED);
        assertThat(outcome(report, "signer")).isEqualTo(Outcome.FAILED);
    }

    @Test
    void findsASignerWhoIsNotEvenTheIssuerNamed() {
        ObjectNode byItself =
                DataIntegritySigner.create(key, ProofSuite.EDDSA_JCS_2022).sign(receipt(), NOW);

        ReceiptReport report = ReceiptCheck.withoutKeys().check(bytes(byItself));

        assertThat(outcome(report, "signer")).isEqualTo(Outcome.FAILED);
    }

    @Test
    void findsWhatWasAlteredAfterItWasSigned() {
        ObjectNode altered = signed(receipt());
        altered.put("score", 99.5);

        ReceiptReport report = published().check(bytes(altered));

        assertThat(outcome(report, "signature")).isEqualTo(Outcome.FAILED);
        assertThat(step(report, "score").detail()).contains("/score is 99.5, and computes to");
    }

    @Test
    void findsEachPartThatDoesNotComputeThoughItIsSigned() {
        assertDiffers("inputs", receipt -> receipt.put("inputsDigest", "00"));
        assertDiffers("score", receipt -> receipt.put("potential", 100));
        assertDiffers("score", receipt -> receipt.put("mustHaves", "none"));
        assertDiffers(
                "requirements",
                receipt ->
                        ((ObjectNode) receipt.at("/requirements/0/evidence/0"))
                                .put("assessment", 10_000));
        assertDiffers(
                "counterfactuals",
                receipt -> ((ObjectNode) receipt.at("/counterfactuals/0")).put("gain", 1));
        assertDiffers(
                "inputs",
                receipt -> ((ObjectNode) receipt.at("/inputs/evidence/0")).put("tier", "trusted"));
        assertDiffers(
                "inputs",
                receipt ->
                        ((ObjectNode) receipt.at("/inputs/policy/tiers")).put("recognised", 9_999));
        assertDiffers(
                "inputs",
                receipt -> ((ObjectNode) receipt.at("/inputs")).put("submittedOn", "yesterday"));
    }

    @Test
    void doesNotComputeWhatAnotherEngineMade() {
        ObjectNode other = receipt();
        other.put("engineVersion", ScoringEngine.VERSION + 1);

        ReceiptReport report = published().check(bytes(signed(other)));

        assertThat(report.outcome()).isEqualTo(Outcome.UNCHECKED);
        assertThat(outcome(report, "score")).isEqualTo(Outcome.UNCHECKED);
    }

    @Test
    void refusesWhatIsNoReceipt() {
        for (String text : List.of("", "[]", "7", "{}", "{\"type\":\"ScoreReceipt\"}", "no")) {
            ReceiptReport report =
                    ReceiptCheck.withoutKeys().check(text.getBytes(StandardCharsets.UTF_8));
            assertThat(report.outcome()).as(text).isEqualTo(Outcome.FAILED);
        }
    }

    @Test
    void readsThePublishedKeysInEitherForm() {
        String method = DID + "#" + key.publicKeyMultibase();
        assertThat(
                        ReceiptCheck.methods(
                                ("{\"verificationMethod\":[{\"id\":\"" + method + "\"}]}")
                                        .getBytes(StandardCharsets.UTF_8)))
                .containsExactly(method);
        assertThat(
                        ReceiptCheck.methods(
                                ("{\"keys\":[{\"kid\":\"" + method + "\"}]}")
                                        .getBytes(StandardCharsets.UTF_8)))
                .containsExactly(method);
        assertThat(ReceiptCheck.methods("keys".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void showsCandidatesEveryPointAndNothingOfTheEmployersRegistry() {
        ObjectNode view =
                ScoreReceipt.forCandidate(
                        DID,
                        subject(),
                        JsonMapper.shared().treeToValue(named(receipt()), Score.class));

        assertThat(view.has("inputs")).isFalse();
        assertThat(view.toString()).doesNotContain("group-", "\"group\"", "name");
        assertThat(view.at("/requirements/0/evidence/0/limiting").asString())
                .isEqualTo("assessment");
        ReceiptReport report = published().check(bytes(signed(view)));
        assertThat(report.outcome()).isEqualTo(Outcome.UNCHECKED);
        assertThat(outcome(report, "signer")).isEqualTo(Outcome.PASSED);
    }

    @Test
    void inputsComeBackAsTheyWere() {
        ScoringInput input = input();
        assertThat(
                        ScoringInputJson.read(
                                ScoringInputJson.write(input),
                                ScoringPolicyJson.read(ScoringPolicyJson.write(input.policy()))))
                .isEqualTo(input);
        assertThatThrownBy(() -> ScoringInputJson.read(receipt(), ScoringPolicy.standard()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertDiffers(String step, java.util.function.Consumer<ObjectNode> change) {
        ObjectNode wrong = receipt();
        change.accept(wrong);
        ReceiptReport report = published().check(bytes(signed(wrong)));
        assertThat(outcome(report, "signature")).isEqualTo(Outcome.PASSED);
        assertThat(outcome(report, step)).as(step).isEqualTo(Outcome.FAILED);
    }

    private ReceiptCheck published() {
        return ReceiptCheck.withKeys(Set.of(DID + "#" + key.publicKeyMultibase()));
    }

    private ObjectNode signed(ObjectNode receipt) {
        return DataIntegritySigner.create(
                        key, DID + "#" + key.publicKeyMultibase(), ProofSuite.EDDSA_JCS_2022)
                .sign(receipt, NOW);
    }

    private static ObjectNode receipt() {
        ScoringInput input = input();
        Score score =
                ScoreMapping.score(
                        new ApplicationId(new UUID(5, 1)),
                        ScoringEngine.score(input),
                        Map.of(
                                SQL,
                                new Skill(
                                        SQL, URI.create("https://skills.example/sql"), "SQL", "x")),
                        NOW);
        return ScoreReceipt.unsigned(DID, subject(), score, input);
    }

    private static ScoreReceipt.Subject subject() {
        return new ScoreReceipt.Subject(
                new UUID(7, 1),
                new EmployerId(new UUID(3, 1)),
                new JobId(new UUID(4, 1)),
                ScoreCause.SUBMITTED);
    }

    private static ScoringInput input() {
        return new ScoringInput(
                List.of(
                        new Requirement(
                                new SkillRef(SQL.value()), new Importance(3), true, new Level(2))),
                List.of(
                        item(1, new Standing.Counted(), new Alignment.Exact(), new Level(3)),
                        item(
                                2,
                                new Standing.Open(IgnoreReason.COULD_NOT_CHECK),
                                new Alignment.Narrower(2),
                                null),
                        item(
                                3,
                                new Standing.Ignored(IgnoreReason.REVOKED),
                                new Alignment.Broader(),
                                null),
                        item(
                                4,
                                new Standing.Counted(),
                                new Alignment.Mapped(
                                        new MappingRef(new UUID(9, 9), 3), new BasisPoints(7_500)),
                                null)),
                LocalDate.parse("2026-11-24"),
                ScoringPolicy.standard());
    }

    private static EvidenceItem item(
            int number,
            Standing standing,
            Alignment alignment,
            @org.jspecify.annotations.Nullable Level level) {
        return new EvidenceItem(
                new ItemRef(new UUID(2, number)),
                EvidenceKind.CREDENTIAL,
                standing,
                AuthorityTier.RECOGNISED,
                new IndependenceGroup("group-" + number),
                AssessmentMode.NOT_STATED,
                number == 1 ? LocalDate.parse("2026-03-02") : null,
                1,
                Set.of(new SkillShown(new SkillRef(SQL.value()), alignment, level, false)));
    }

    /** As the record has it: a receipt names no skill. */
    private static ObjectNode named(ObjectNode receipt) {
        for (String list : List.of("requirements", "counterfactuals")) {
            for (JsonNode one : receipt.path(list)) {
                ((ObjectNode) one.path("skill")).put("name", "SQL");
            }
        }
        for (String member :
                List.of(
                        "type",
                        "format",
                        "id",
                        "issuer",
                        "employerId",
                        "jobId",
                        "cause",
                        "inputs")) {
            receipt.remove(member);
        }
        return receipt;
    }

    private static ReceiptReport.Step step(ReceiptReport report, String name) {
        return report.steps().stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome outcome(ReceiptReport report, String name) {
        return step(report, name).outcome();
    }

    private static byte[] bytes(ObjectNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }
}
