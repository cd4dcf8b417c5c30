package dev.assay.hiring.scoring;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.assay.hiring.scoring.engine.Points;
import dev.assay.hiring.scoring.engine.Requirement;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.scoring.engine.ScoringEngine;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.scoring.engine.SkillShown;
import dev.assay.hiring.scoring.engine.Standing;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Explanations on their way into a row and back. */
class ExplanationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00.123456Z");
    private static final ApplicationId APPLICATION = new ApplicationId(new UUID(7, 7));
    private static final int SKILLS = 4;
    private static final Map<SkillId, Skill> NAMES =
            LongStream.range(0, SKILLS)
                    .mapToObj(number -> new SkillId(new UUID(1, number)))
                    .collect(
                            Collectors.toMap(
                                    id -> id,
                                    id ->
                                            new Skill(
                                                    id,
                                                    URI.create("https://skills.example/" + id),
                                                    "Fähigkeit \"" + id + "\"",
                                                    "Test vocabulary")));

    @Property(tries = 300)
    void comeBackAsTheyWere(@ForAll("inputs") ScoringInput input) {
        ScoreResult result = ScoringEngine.score(input);
        Score score = ScoreMapping.score(APPLICATION, result, NAMES, NOW);
        ScoreBasis basis = ScoreBasis.read(ScoreBasis.of(score).named().document());

        assertThat(Explanation.read(Explanation.write(result), basis, figures(result)))
                .isEqualTo(score);
    }

    @Property(tries = 300)
    void soDoesWhatTheyWereComputedFromInEitherForm(@ForAll("inputs") ScoringInput input) {
        assertThat(KeptInputs.read(KeptInputs.write(input), input.policy())).isEqualTo(input);
        assertThat(KeptInputs.read(ScoringInputJson.write(input).toString(), input.policy()))
                .isEqualTo(input);
    }

    @Test
    void nameWhatTwoScoresHaveInCommonAlikeAndAnythingElseOtherwise() {
        ScoringInput input = input(3, new Level(2));
        ScoreBasis.Named basis = basis(input);

        assertThat(basis(withoutEvidence(input))).isEqualTo(basis);
        assertThat(basis(input(4, new Level(2))).id()).isNotEqualTo(basis.id());
        assertThat(basis(input(3, null)).id()).isNotEqualTo(basis.id());
    }

    /** Eight requirements and three items: what a row of a large employer holds. */
    @Test
    void areShortEnoughToLieInTheirRow() {
        List<Requirement> requirements =
                LongStream.range(0, 8).mapToObj(n -> requirement(n % SKILLS, 3, null)).toList();
        List<EvidenceItem> items =
                LongStream.range(0, 3)
                        .mapToObj(n ->
                                item(
                                        n,
                                        new Standing.Counted(),
                                        AuthorityTier.TRUSTED,
                                        Set.of(shown(n, new Alignment.Exact(), new Level(3)))))
                        .toList();
        ScoringInput input = input(requirements, items);

        assertThat(Explanation.write(ScoringEngine.score(input))).hasSizeLessThan(1_700);
        assertThat(KeptInputs.write(input)).hasSizeLessThan(1_000);
    }

    @Provide
    Arbitrary<ScoringInput> inputs() {
        Arbitrary<@Nullable Level> levels =
                Arbitraries.integers().between(1, 5).map(Level::new).injectNull(0.3);
        Arbitrary<Long> skills = Arbitraries.longs().between(0, SKILLS - 1);
        Arbitrary<Requirement> requirements =
                Combinators.combine(skills, Arbitraries.integers().between(1, 5), levels)
                        .as((skill, weight, level) -> requirement(skill, weight, level));
        Arbitrary<Set<SkillShown>> shown =
                Combinators.combine(
                                skills,
                                Arbitraries.of(
                                        new Alignment.Exact(),
                                        new Alignment.Broader(),
                                        new Alignment.Narrower(2),
                                        new Alignment.Mapped(
                                                new MappingRef(new UUID(3, 3), 2),
                                                new BasisPoints(7_500)),
                                        new Alignment.Unconfirmed()),
                                levels)
                        .as(ExplanationTest::shown)
                        .set()
                        .ofMaxSize(3);
        Arbitrary<Standing> standings =
                Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.just(new Standing.Counted())),
                        Tuple.of(
                                1,
                                Arbitraries.just(new Standing.Open(IgnoreReason.COULD_NOT_CHECK))),
                        Tuple.of(1, Arbitraries.just(new Standing.Ignored(IgnoreReason.EXPIRED))));
        Arbitrary<EvidenceItem> items =
                Combinators.combine(
                                Arbitraries.longs().between(0, 1_000_000),
                                standings,
                                Arbitraries.of(AuthorityTier.class)
                                        .filter(tier -> tier != AuthorityTier.EMPLOYER),
                                shown)
                        .as(ExplanationTest::item);
        return Combinators.combine(
                        requirements.list().ofMaxSize(6),
                        items.list().ofMaxSize(5).uniqueElements(EvidenceItem::ref))
                .as(ExplanationTest::input);
    }

    private static Explanation.Figures figures(ScoreResult result) {
        return new Explanation.Figures(
                APPLICATION.value(),
                NOW,
                tenThousandths(result.score()),
                tenThousandths(result.potential()),
                result.inputsDigest().hex());
    }

    private static @Nullable Integer tenThousandths(@Nullable Points points) {
        return ScoreRepository.tenThousandths(points);
    }

    private static ScoreBasis.Named basis(ScoringInput input) {
        return ScoreBasis.of(
                        ScoreMapping.score(APPLICATION, ScoringEngine.score(input), NAMES, NOW))
                .named();
    }

    private static ScoringInput withoutEvidence(ScoringInput input) {
        return input(input.requirements(), List.of());
    }

    private static ScoringInput input(int importance, @Nullable Level level) {
        return input(
                List.of(requirement(0, importance, level), requirement(1, 1, null)),
                List.of(
                        item(
                                1,
                                new Standing.Counted(),
                                AuthorityTier.TRUSTED,
                                Set.of(shown(0, new Alignment.Exact(), null)))));
    }

    private static ScoringInput input(List<Requirement> requirements, List<EvidenceItem> items) {
        return new ScoringInput(
                requirements, items, LocalDate.parse("2026-11-20"), ScoringPolicy.standard());
    }

    private static Requirement requirement(long skill, int importance, @Nullable Level level) {
        return new Requirement(
                new SkillRef(new UUID(1, skill)), new Importance(importance), skill == 0, level);
    }

    private static SkillShown shown(long skill, Alignment alignment, @Nullable Level level) {
        return new SkillShown(new SkillRef(new UUID(1, skill)), alignment, level, false);
    }

    private static EvidenceItem item(
            long number, Standing standing, AuthorityTier tier, Set<SkillShown> skills) {
        return new EvidenceItem(
                new ItemRef(new UUID(2, number)),
                EvidenceKind.CREDENTIAL,
                standing,
                tier,
                new IndependenceGroup(
                        "registry:0123456789abcdef0123456789abcde" + Math.floorMod(number, 3)),
                AssessmentMode.NOT_STATED,
                LocalDate.parse("2026-03-01"),
                skills.size(),
                skills);
    }
}
