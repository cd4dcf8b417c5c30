package dev.assay.hiring.scoring.engine;

import static dev.assay.hiring.scoring.engine.Item.badge;
import static dev.assay.hiring.scoring.engine.Job.PYTHON;
import static dev.assay.hiring.scoring.engine.Job.SQL;
import static dev.assay.hiring.scoring.engine.Job.job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InputsDigestTest {

    private final Job job = job().mustHave(SQL, 5, 4).needs(PYTHON, 2);

    @Test
    void encodesInputsAsBencode() {
        String policy =
                "d10:alignmentsd7:broaderi5000e9:crosswalki9000e5:exacti10000e10:manySkillsi5e"
                        + "13:manySkillsCapi5000e6:mappedi10000e8:narroweri9000e13:narrowerStepsi2ee"
                        + "11:assessmentsd10:supervisedi9000e12:unsupervisedi8000e"
                        + "12:withIdentityi10000ee2:id8:standard"
                        + "6:levelsd8:oneBelowi6000e7:reachedi10000e8:twoBelowi3000ee"
                        + "17:mustHaveAlignmenti9000e7:recencyle11:secondVoicei2500e"
                        + "5:tiersd8:employeri10000e5:knowni4000e10:recognisedi10000e"
                        + "7:trustedi8000ee7:versioni1ee";
        String requirement =
                "d10:importancei3e5:leveli4e8:mustHavei0e"
                        + "5:skill36:00000000-0000-0001-0000-000000000001e";

        assertThat(CanonicalInputs.of(job().needs(SQL, 3, 4).input()))
                .isEqualTo(
                        "d8:evidencele6:format22:assay-scoring-inputs/16:policy"
                                + policy
                                + "12:requirementsl"
                                + requirement
                                + "e11:submittedOn10:2026-11-24e");
    }

    @Test
    void neverChangesForStoredScores() {
        // Computed independently: a bencoder of ten lines and hashlib, in Python.
        ScoringInput input =
                job.input(
                        badge(1).shows(SQL, 3).achievedOn("2026-05-01"),
                        badge(2).open(IgnoreReason.COULD_NOT_CHECK)
                                .tier(AuthorityTier.TRUSTED)
                                .shows(PYTHON, new Alignment.Narrower(2)));

        assertThat(InputsDigest.of(input).hex())
                .isEqualTo("f9c9368daf70ec5f89e92927de397ea09f206c602c8089972700efeeb67a2668");
    }

    @Test
    void differsWithEveryInput() {
        Item base = badge(1).shows(SQL, 3);
        List<ScoringInput> different =
                List.of(
                        job.input(),
                        job.input(base),
                        job().mustHave(SQL, 5, 4).needs(PYTHON, 3).input(base),
                        job().mustHave(SQL, 5, 4).mustHave(PYTHON, 2).input(base),
                        job().mustHave(SQL, 5, 3).needs(PYTHON, 2).input(base),
                        job().mustHave(SQL, 5).needs(PYTHON, 2).input(base),
                        job.input(badge(2).group("group-1").shows(SQL, 3)),
                        job.input(base.tier(AuthorityTier.TRUSTED)),
                        job.input(base.group("other")),
                        job.input(base.assessment(AssessmentMode.SUPERVISED)),
                        job.input(base.open(IgnoreReason.COULD_NOT_CHECK)),
                        job.input(base.ignored(IgnoreReason.COULD_NOT_CHECK)),
                        job.input(base.achievedOn("2026-01-01")),
                        job.input(base.listing(2)),
                        job.input(badge(1).shows(SQL, 2)),
                        job.input(badge(1).shows(SQL)),
                        job.input(badge(1).shows(SQL, new Alignment.Crosswalk(), 3)),
                        job.input(badge(1).shows(SQL, Item.mapped(10_000), 3)),
                        job.input(badge(1).shows(SQL, Item.mapped(9_000), 3)),
                        job.input(badge(1).shows(PYTHON, 3)),
                        job.input(
                                badge(1).shows(
                                                new SkillShown(
                                                        SQL,
                                                        new Alignment.Exact(),
                                                        new Level(3),
                                                        true))));
        Set<InputsDigest> digests = new HashSet<>();
        different.forEach(input -> digests.add(InputsDigest.of(input)));

        assertThat(digests).hasSameSizeAs(different);
    }

    @Test
    void differsWithThePolicyAndTheSubmission() {
        ScoringInput input = job.input(badge(1).shows(SQL, 3));
        ScoringPolicy p = input.policy();
        ScoringPolicy next =
                new ScoringPolicy(
                        new PolicyRef("standard", 2),
                        p.tiers(),
                        p.alignments(),
                        p.levels(),
                        p.assessments(),
                        p.mustHaveAlignment(),
                        p.secondVoice(),
                        p.recency());

        assertThat(
                        Stream.of(
                                        input,
                                        new ScoringInput(
                                                input.requirements(),
                                                input.evidence(),
                                                input.submittedOn(),
                                                next),
                                        new ScoringInput(
                                                input.requirements(),
                                                input.evidence(),
                                                input.submittedOn().plusDays(1),
                                                p))
                                .map(InputsDigest::of))
                .doesNotHaveDuplicates();
    }

    @Test
    void refusesAnythingButLowerCaseSha256() {
        assertThatThrownBy(() -> new InputsDigest("AB")).hasMessageContaining("SHA-256");
    }
}
