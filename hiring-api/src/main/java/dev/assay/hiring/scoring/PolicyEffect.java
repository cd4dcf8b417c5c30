package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.Candidacy;
import dev.assay.hiring.scoring.engine.Lane;
import dev.assay.hiring.scoring.engine.MustHaves;
import dev.assay.hiring.scoring.engine.Points;
import dev.assay.hiring.scoring.engine.RankKey;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Sha256;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a policy would change at one job: who would rank elsewhere, and how scores would shift. By
 * pseudonyms, which another preview does not share.
 *
 * @param applications those ranked
 * @param moved how many of them would have another rank
 * @param meanShift of the score, over all that have one
 * @param mustHavesGained how many would have all must-haves who do not now
 * @param unmeasured applications whose inputs are not known, left out
 * @param changes those whose rank would change most, at most a hundred
 */
public record PolicyEffect(
        UUID jobId,
        int applications,
        int moved,
        BigDecimal meanShift,
        BigDecimal largestGain,
        BigDecimal largestLoss,
        int mustHavesGained,
        int mustHavesLost,
        int unmeasured,
        List<Change> changes) {

    private static final int MOST_CHANGES = 100;
    private static final int PSEUDONYM_BYTES = 6;

    /** One applicant before and after. */
    public record Change(
            String applicant,
            int rankBefore,
            int rankAfter,
            @Nullable BigDecimal scoreBefore,
            @Nullable BigDecimal scoreAfter,
            String mustHavesBefore,
            String mustHavesAfter) {}

    /** One application under two policies. */
    record Pair(ApplicationId application, Outcome before, Outcome after) {}

    /**
     * Of a result what is compared, and no more: a job may have any number of applications.
     *
     * @param rank null in the lane without evidence
     */
    record Outcome(
            @Nullable RankKey rank,
            @Nullable BigDecimal score,
            @Nullable BigDecimal potential,
            MustHaves mustHaves) {

        static Outcome of(ScoreResult result, Candidacy candidacy) {
            return new Outcome(
                    result.lane() == Lane.RANKED ? RankKey.of(result, candidacy) : null,
                    value(result.score()),
                    value(result.potential()),
                    result.mustHaves());
        }

        boolean missesMustHaves() {
            return mustHaves == MustHaves.NOT_SHOWN;
        }

        boolean showsTheSameAs(Outcome other) {
            return Objects.equals(score, other.score)
                    && Objects.equals(potential, other.potential)
                    && mustHaves == other.mustHaves;
        }
    }

    static PolicyEffect of(UUID preview, UUID job, List<Pair> all, int unmeasured) {
        List<Pair> ranked = all.stream().filter(pair -> pair.before().rank() != null).toList();
        Map<ApplicationId, Integer> before = ranks(ranked, Pair::before);
        Map<ApplicationId, Integer> after = ranks(ranked, Pair::after);
        List<Change> changes = new ArrayList<>();
        for (Pair pair : ranked) {
            int from = before.getOrDefault(pair.application(), 0);
            int to = after.getOrDefault(pair.application(), 0);
            if (from != to || !pair.before().showsTheSameAs(pair.after())) {
                changes.add(
                        new Change(
                                pseudonym(preview, pair.application()),
                                from,
                                to,
                                pair.before().score(),
                                pair.after().score(),
                                pair.before().mustHaves().code(),
                                pair.after().mustHaves().code()));
            }
        }
        changes.sort(
                Comparator.<Change>comparingInt(
                                change -> -Math.abs(change.rankAfter() - change.rankBefore()))
                        .thenComparing(Change::applicant));
        List<BigDecimal> shifts = ranked.stream().flatMap(pair -> shift(pair).stream()).toList();
        return new PolicyEffect(
                job,
                ranked.size(),
                (int) changes.stream().filter(c -> c.rankBefore() != c.rankAfter()).count(),
                mean(shifts),
                shifts.stream().max(Comparator.naturalOrder()).orElse(zero()).max(zero()),
                shifts.stream().min(Comparator.naturalOrder()).orElse(zero()).min(zero()),
                (int)
                        ranked.stream()
                                .filter(p ->
                                        p.before().missesMustHaves()
                                                && !p.after().missesMustHaves())
                                .count(),
                (int)
                        ranked.stream()
                                .filter(p ->
                                        !p.before().missesMustHaves()
                                                && p.after().missesMustHaves())
                                .count(),
                unmeasured,
                changes.stream().limit(MOST_CHANGES).toList());
    }

    /** What is known of a lane is the same under any policy: whether there is evidence at all. */
    private static Map<ApplicationId, Integer> ranks(
            List<Pair> pairs, Function<Pair, Outcome> under) {
        List<Pair> order =
                pairs.stream()
                        .sorted(
                                Comparator.comparing(
                                        pair -> Objects.requireNonNull(under.apply(pair).rank())))
                        .toList();
        Map<ApplicationId, Integer> ranks = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            ranks.put(order.get(i).application(), i + 1);
        }
        return ranks;
    }

    private static List<BigDecimal> shift(Pair pair) {
        BigDecimal before = pair.before().score();
        BigDecimal after = pair.after().score();
        return before == null || after == null ? List.of() : List.of(after.subtract(before));
    }

    private static BigDecimal mean(List<BigDecimal> shifts) {
        return shifts.isEmpty()
                ? zero()
                : shifts.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(shifts.size()), 4, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal zero() {
        return BigDecimal.valueOf(0, 4);
    }

    private static @Nullable BigDecimal value(@Nullable Points points) {
        return points == null ? null : points.value();
    }

    private static String pseudonym(UUID preview, ApplicationId application) {
        byte[] ids =
                ByteBuffer.allocate(32)
                        .putLong(preview.getMostSignificantBits())
                        .putLong(preview.getLeastSignificantBits())
                        .putLong(application.value().getMostSignificantBits())
                        .putLong(application.value().getLeastSignificantBits())
                        .array();
        return Sha256.hex(ids, PSEUDONYM_BYTES);
    }
}
