package dev.assay.bench;

import dev.assay.hiring.scoring.engine.Alignment;
import dev.assay.hiring.scoring.engine.AssessmentMode;
import dev.assay.hiring.scoring.engine.AuthorityTier;
import dev.assay.hiring.scoring.engine.EvidenceItem;
import dev.assay.hiring.scoring.engine.EvidenceKind;
import dev.assay.hiring.scoring.engine.Importance;
import dev.assay.hiring.scoring.engine.IndependenceGroup;
import dev.assay.hiring.scoring.engine.ItemRef;
import dev.assay.hiring.scoring.engine.Level;
import dev.assay.hiring.scoring.engine.Requirement;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.scoring.engine.ScoringEngine;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.scoring.engine.SkillShown;
import dev.assay.hiring.scoring.engine.Standing;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One score with its explanation: six requirements, ten items of evidence of three skills each. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ScoringBenchmark {

    private static final int REQUIREMENTS = 6;
    private static final int ITEMS = 10;

    private final ScoringInput input =
            new ScoringInput(
                    IntStream.range(0, REQUIREMENTS)
                            .mapToObj(ScoringBenchmark::requirement)
                            .toList(),
                    IntStream.range(0, ITEMS).mapToObj(ScoringBenchmark::item).toList(),
                    LocalDate.of(2026, 6, 1),
                    ScoringPolicy.standard());

    /** Inputs in, explained score and its digest out. */
    @Benchmark
    public ScoreResult score() {
        return ScoringEngine.score(input);
    }

    private static Requirement requirement(int i) {
        return new Requirement(skill(i), new Importance(1 + i % 5), i % 2 == 0, new Level(3));
    }

    private static EvidenceItem item(int i) {
        return new EvidenceItem(
                new ItemRef(new UUID(1, i)),
                EvidenceKind.CREDENTIAL,
                new Standing.Counted(),
                i % 2 == 0 ? AuthorityTier.TRUSTED : AuthorityTier.RECOGNISED,
                new IndependenceGroup("group-" + i % 4),
                AssessmentMode.NOT_STATED,
                null,
                3,
                Set.of(shown(i, 2), shown(i + 1, 3), shown(i + 2, 4)));
    }

    private static SkillShown shown(int i, int level) {
        return new SkillShown(
                skill(i % REQUIREMENTS), new Alignment.Exact(), new Level(level), true);
    }

    private static SkillRef skill(int i) {
        return new SkillRef(new UUID(2, i));
    }
}
