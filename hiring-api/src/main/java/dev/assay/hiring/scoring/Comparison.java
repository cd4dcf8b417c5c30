package dev.assay.hiring.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some applications to one job side by side, requirement by requirement. */
public record Comparison(UUID jobId, List<Side> applications, List<Row> requirements) {

    /** How many can be looked at together. */
    public static final int MOST = 4;

    /** One application as a whole. */
    public record Side(
            UUID applicationId,
            @Nullable BigDecimal score,
            @Nullable BigDecimal potential,
            @Nullable Integer band,
            String lane,
            String mustHaves) {}

    /** One requirement, and each application in the order they were asked for. */
    public record Row(
            Score.Skill skill,
            int importance,
            boolean mustHave,
            @Nullable Integer level,
            BigDecimal maxPoints,
            List<Cell> applications) {}

    /**
     * What an application shows of a requirement.
     *
     * @param limiting what holds its best item back; null where nothing counts
     * @param reasons why items do not count, each once
     */
    public record Cell(
            UUID applicationId,
            String state,
            BigDecimal points,
            BigDecimal potentialPoints,
            @Nullable String limiting,
            List<String> reasons) {}

    static Comparison of(UUID job, List<Score> scores) {
        Map<UUID, Score.RequirementScore> asked = new LinkedHashMap<>();
        scores.forEach(score ->
                score.requirements().forEach(one -> asked.putIfAbsent(one.skill().id(), one)));
        List<Row> rows = new ArrayList<>();
        asked.values()
                .forEach(one ->
                        rows.add(
                                new Row(
                                        one.skill(),
                                        one.importance(),
                                        one.mustHave(),
                                        one.level(),
                                        one.maxPoints(),
                                        scores.stream()
                                                .flatMap(score ->
                                                        cell(score, one.skill().id()).stream())
                                                .toList())));
        return new Comparison(job, scores.stream().map(Comparison::side).toList(), rows);
    }

    private static Side side(Score score) {
        return new Side(
                score.applicationId(),
                score.score(),
                score.potential(),
                score.band(),
                score.lane(),
                score.mustHaves());
    }

    /** Empty while an application still waits to be scored by requirements that were added. */
    private static Optional<Cell> cell(Score score, UUID skill) {
        return score.requirements().stream()
                .filter(one -> one.skill().id().equals(skill))
                .findFirst()
                .map(one ->
                        new Cell(
                                score.applicationId(),
                                one.state(),
                                one.points(),
                                one.potentialPoints(),
                                one.evidence().isEmpty()
                                        ? null
                                        : one.evidence().getFirst().limiting(),
                                one.ignored().stream()
                                        .map(Score.Ignored::reason)
                                        .filter(reason -> !reason.equals("no-aligned-skill"))
                                        .distinct()
                                        .sorted()
                                        .toList()));
    }
}
