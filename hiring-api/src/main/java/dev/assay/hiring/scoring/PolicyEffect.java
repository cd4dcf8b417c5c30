package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.Candidacy;
import dev.assay.hiring.scoring.engine.Lane;
import dev.assay.hiring.scoring.engine.MustHaves;
import dev.assay.hiring.scoring.engine.Points;
import dev.assay.hiring.scoring.engine.RankKey;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.shared.ApplicationId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    record Pair(ApplicationId application, ScoreResult before, ScoreResult after) {}

    static PolicyEffect of(UUID preview, UUID job, List<Pair> all, int unmeasured) {
        List<Pair> ranked =
                all.stream().filter(pair -> pair.before().lane() == Lane.RANKED).toList();
        Map<ApplicationId, Integer> before = ranks(job, ranked, false);
        Map<ApplicationId, Integer> after = ranks(job, ranked, true);
        List<Change> changes = new ArrayList<>();
        for (Pair pair : ranked) {
            int from = before.getOrDefault(pair.application(), 0);
            int to = after.getOrDefault(pair.application(), 0);
            if (from != to || !figures(pair.before()).equals(figures(pair.after()))) {
                changes.add(
                        new Change(
                                pseudonym(preview, pair.application()),
                                from,
                                to,
                                value(pair.before().score()),
                                value(pair.after().score()),
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
                                .filter(p -> missing(p.before()) && !missing(p.after()))
                                .count(),
                (int)
                        ranked.stream()
                                .filter(p -> !missing(p.before()) && missing(p.after()))
                                .count(),
                unmeasured,
                changes.stream().limit(MOST_CHANGES).toList());
    }

    private static Map<ApplicationId, Integer> ranks(UUID job, List<Pair> pairs, boolean after) {
        List<Pair> order =
                pairs.stream()
                        .sorted(
                                Comparator.comparing(pair ->
                                        RankKey.of(
                                                after ? pair.after() : pair.before(),
                                                new Candidacy(job, pair.application().value()))))
                        .toList();
        Map<ApplicationId, Integer> ranks = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            ranks.put(order.get(i).application(), i + 1);
        }
        return ranks;
    }

    private static boolean missing(ScoreResult result) {
        return result.mustHaves() == MustHaves.NOT_SHOWN;
    }

    private static List<BigDecimal> shift(Pair pair) {
        Points before = pair.before().score();
        Points after = pair.after().score();
        return before == null || after == null
                ? List.of()
                : List.of(after.value().subtract(before.value()));
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

    private static List<Object> figures(ScoreResult result) {
        return List.of(
                String.valueOf(value(result.score())),
                String.valueOf(value(result.potential())),
                result.mustHaves());
    }

    private static @Nullable BigDecimal value(@Nullable Points points) {
        return points == null ? null : points.value();
    }

    private static String pseudonym(UUID preview, ApplicationId application) {
        try {
            byte[] ids =
                    ByteBuffer.allocate(32)
                            .putLong(preview.getMostSignificantBits())
                            .putLong(preview.getLeastSignificantBits())
                            .putLong(application.value().getMostSignificantBits())
                            .putLong(application.value().getLeastSignificantBits())
                            .array();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ids);
            return HexFormat.of().formatHex(hash, 0, PSEUDONYM_BYTES);
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("every Java platform has SHA-256", failure);
        }
    }
}
