package dev.assay.admin.policies;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.scoring.PolicyEffect;
import dev.assay.hiring.scoring.PolicyState;
import dev.assay.hiring.scoring.PolicyVersion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Policies and what they would change, in words. */
@Component
class PolicyWords {

    private static final Set<String> COUNTS = Set.of("narrower-steps", "many-skills");
    private static final int MOST_CHANGES = 10;

    private final Words words;
    private final Moments moments;

    PolicyWords(Words words, Moments moments) {
        this.words = words;
        this.moments = moments;
    }

    PolicyRow row(PolicyVersion policy) {
        return new PolicyRow(
                policy.id().toString(),
                policy.number(),
                policy.name(),
                policy.reason(),
                state(policy.state()),
                moments.of(policy.createdAt()),
                policy.activatedAt().map(moments::of).orElse(null),
                policy.state() == PolicyState.DRAFT || policy.state() == PolicyState.PREVIEW,
                policy.state() == PolicyState.PREVIEW);
    }

    /** Every number, beside the one in force. */
    List<FigureRow> figures(Map<String, Integer> figures, Map<String, Integer> inForce) {
        List<FigureRow> rows = new ArrayList<>();
        figures.forEach((name, value) -> {
            String now = figure(name, inForce.getOrDefault(name, value));
            String said = figure(name, value);
            rows.add(
                    new FigureRow(
                            words.say("policy.figure." + name), said, now, !said.equals(now)));
        });
        return rows;
    }

    EffectRow effect(PolicyEffect effect, String job) {
        return new EffectRow(
                job,
                words.say("policy.effect.moved", effect.moved(), effect.applications()),
                words.say(
                        "policy.effect.shift",
                        signed(effect.meanShift()),
                        signed(effect.largestGain()),
                        signed(effect.largestLoss())),
                words.say(
                        "policy.effect.must-haves",
                        effect.mustHavesGained(),
                        effect.mustHavesLost()),
                effect.unmeasured() == 0
                        ? ""
                        : words.say("policy.effect.unmeasured", effect.unmeasured()),
                effect.changes().stream().limit(MOST_CHANGES).map(this::change).toList());
    }

    private EffectRow.Change change(PolicyEffect.Change change) {
        return new EffectRow.Change(
                change.applicant(),
                change.rankBefore() + " → " + change.rankAfter(),
                points(change.scoreBefore()) + " → " + points(change.scoreAfter()));
    }

    private Badge state(PolicyState state) {
        String word = words.say("policy.state." + state.wireName());
        return switch (state) {
            case ACTIVE -> Badge.verified(word);
            case PREVIEW -> Badge.unsure(word);
            case DRAFT, RETIRED -> Badge.none(word);
        };
    }

    private static String figure(String name, int value) {
        return COUNTS.contains(name)
                ? String.valueOf(value)
                : BigDecimal.valueOf(value, 2).stripTrailingZeros().toPlainString() + " %";
    }

    private static String signed(BigDecimal points) {
        String said = points.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
        return points.signum() > 0 ? "+" + said : said.replace("-", "−");
    }

    private static String points(@Nullable BigDecimal points) {
        return points == null ? "–" : points.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
