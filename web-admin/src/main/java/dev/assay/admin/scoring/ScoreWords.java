package dev.assay.admin.scoring;

import dev.assay.admin.scoring.RequirementLine.Dismissed;
import dev.assay.admin.scoring.RequirementLine.Factor;
import dev.assay.admin.scoring.RequirementLine.Proof;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.scoring.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A score in words, badges and bars: the same wherever it is shown. Nothing is computed here but
 * what one sees; a figure never stands without its reason.
 */
@Component
public class ScoreWords {

    private static final BigDecimal BAND_WIDTH = BigDecimal.valueOf(5);
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final Words words;
    private final EvidenceWords evidence;

    public ScoreWords(Words words, EvidenceWords evidence) {
        this.words = words;
        this.evidence = evidence;
    }

    /** Points as people read them: with one place. */
    public String points(BigDecimal points) {
        return points.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }

    /** The score with open checks counted in; null where that shows no difference. */
    public @Nullable String potential(Score score) {
        BigDecimal potential = score.potential();
        BigDecimal now = score.score();
        if (potential == null || now == null || points(potential).equals(points(now))) {
            return null;
        }
        return points(potential);
    }

    /** The five points these points lie in, in words. */
    public String band(@Nullable BigDecimal points) {
        if (points == null) {
            return words.say("band.none");
        }
        if (points.compareTo(FULL) == 0) {
            return words.say("band.full");
        }
        BigDecimal from = points.divide(BAND_WIDTH, 0, RoundingMode.FLOOR).multiply(BAND_WIDTH);
        return words.say("band", from.toPlainString(), from.add(BAND_WIDTH).toPlainString());
    }

    /** The whole score as one bar. */
    public ScoreBar bar(Score score) {
        BigDecimal now = score.score();
        String most = potential(score);
        String label =
                now == null
                        ? words.say("band.none")
                        : most == null
                                ? words.say("score.label", points(now))
                                : words.say("score.label.potential", points(now), most);
        return ScoreBar.of(label, score.requirements().stream().map(this::part).toList());
    }

    /** How many must-haves are proven; null where the job has none. */
    public @Nullable Badge mustHaves(Score score) {
        List<Score.RequirementScore> musts =
                score.requirements().stream().filter(Score.RequirementScore::mustHave).toList();
        if (musts.isEmpty()) {
            return null;
        }
        long met = musts.stream().filter(must -> must.state().equals("met")).count();
        long open = musts.stream().filter(must -> must.state().equals("open")).count();
        if (met == musts.size()) {
            return Badge.verified(words.say("must.met", met, musts.size()));
        }
        return met + open == musts.size()
                ? Badge.unsure(words.say("must.open", met, musts.size(), open))
                : Badge.none(words.say("must.not-shown", met, musts.size()));
    }

    /** Each requirement with what proves it, what waits and what does not count. */
    public List<RequirementLine> needs(Score score, Map<UUID, StoredCredential> credentials) {
        return score.requirements().stream().map(need -> need(need, credentials)).toList();
    }

    /** How many items are proven, open and not counted; each item once, by the best it does. */
    public List<Badge> counts(Score score) {
        Set<UUID> proven = items(score, false);
        Set<UUID> open = items(score, true);
        open.removeAll(proven);
        Set<UUID> ignored = new HashSet<>();
        score.requirements()
                .forEach(need -> need.ignored().forEach(item -> ignored.add(item.itemId())));
        ignored.removeAll(proven);
        ignored.removeAll(open);
        List<Badge> badges = new ArrayList<>();
        if (!proven.isEmpty()) {
            badges.add(Badge.verified(words.say("evidence.proven", proven.size())));
        }
        if (!open.isEmpty()) {
            badges.add(Badge.unsure(words.say("evidence.open", open.size())));
        }
        if (!ignored.isEmpty()) {
            badges.add(Badge.none(words.say("evidence.ignored", ignored.size())));
        }
        return badges;
    }

    /** The items whose only doubt is ours. */
    public Set<UUID> open(Score score) {
        return items(score, true);
    }

    /** Why somebody stands where they stand, in one or two sentences. */
    public String why(Score score, Map<UUID, StoredCredential> credentials) {
        return must(score, "not-shown")
                .map(need -> missing(need, credentials))
                .or(() ->
                        must(score, "open")
                                .map(need -> words.say("why.must-open", need.skill().name())))
                .orElseGet(() -> proven(score));
    }

    private String missing(Score.RequirementScore need, Map<UUID, StoredCredential> credentials) {
        return need.ignored().stream()
                .filter(item -> isOfferedFor(need, credentials.get(item.itemId())))
                .findFirst()
                .map(item -> {
                    StoredCredential credential = credentials.get(item.itemId());
                    return words.say(
                            "why.must-missing.because",
                            need.skill().name(),
                            evidence.title(credential),
                            evidence.reason(item.reason(), credential));
                })
                .orElseGet(() ->
                        words.say(
                                need.points().signum() > 0 ? "why.must-partly" : "why.must-missing",
                                need.skill().name()));
    }

    /**
     * What does not count is told where it would have: a void badge in one skill is no reason for
     * lacking another.
     */
    private static boolean isOfferedFor(
            Score.RequirementScore need, @Nullable StoredCredential credential) {
        return credential != null
                && credential.report().credential().stream()
                        .flatMap(said -> said.skills().stream())
                        .anyMatch(claim -> claim.targetUrl().equals(need.skill().uri()));
    }

    private String proven(Score score) {
        boolean asked = score.requirements().stream().anyMatch(Score.RequirementScore::mustHave);
        String musts = words.say(asked ? "why.all-met" : "why.no-musts");
        return score.counterfactuals().stream()
                .max((one, other) -> one.gain().compareTo(other.gain()))
                .map(gap -> musts + " " + words.say("why.best-gain", gap.skill().name()))
                .orElse(musts);
    }

    private static Optional<Score.RequirementScore> must(Score score, String state) {
        return score.requirements().stream()
                .filter(need -> need.mustHave() && need.state().equals(state))
                .findFirst();
    }

    private static Set<UUID> items(Score score, boolean open) {
        Set<UUID> items = new HashSet<>();
        score.requirements()
                .forEach(need ->
                        need.evidence().stream()
                                .filter(item -> item.open() == open)
                                .forEach(item -> items.add(item.itemId())));
        return items;
    }

    private ScoreBar.Part part(Score.RequirementScore need) {
        BigDecimal open = need.potentialPoints().subtract(need.points());
        String skill = need.skill().name();
        String sentence =
                open.signum() > 0
                        ? words.say(
                                "score.segment.open",
                                skill,
                                points(need.points()),
                                points(need.maxPoints()),
                                points(need.potentialPoints()))
                        : words.say(
                                "score.segment",
                                skill,
                                points(need.points()),
                                points(need.maxPoints()));
        return new ScoreBar.Part(need.maxPoints(), need.points(), open, sentence);
    }

    private RequirementLine need(
            Score.RequirementScore need, Map<UUID, StoredCredential> credentials) {
        ScoreBar.Part part = part(need);
        return new RequirementLine(
                need.skill().name(),
                demand(need),
                need.mustHave(),
                state(need),
                words.say(
                        "need.figures",
                        strength(need.strength()),
                        points(need.points()),
                        points(need.maxPoints())),
                ScoreBar.of(part.sentence(), List.of(part)),
                need.evidence().stream().map(item -> proof(item, credentials)).toList(),
                need.ignored().stream()
                        .filter(item -> isOfferedFor(need, credentials.get(item.itemId())))
                        .map(item -> dismissed(item, credentials))
                        .toList());
    }

    private String demand(Score.RequirementScore need) {
        List<String> parts = new ArrayList<>();
        parts.add(words.say("need.weight", need.importance()));
        if (need.mustHave()) {
            parts.add(words.say("need.must"));
        }
        Integer level = need.level();
        if (level != null) {
            parts.add(words.say("need.level", level));
        }
        return String.join(" · ", parts);
    }

    private Badge state(Score.RequirementScore need) {
        return switch (need.state()) {
            case "met" -> Badge.verified(words.say("need.state.met"));
            case "open" -> Badge.unsure(words.say("need.state.open"));
            default ->
                    Badge.none(
                            words.say(
                                    need.points().signum() > 0
                                            ? "need.state.partly"
                                            : "need.state.not-shown"));
        };
    }

    private Proof proof(Score.Evidence item, Map<UUID, StoredCredential> credentials) {
        List<Factor> factors = new ArrayList<>();
        factors.add(factor(item, "authority", "authority", item.authority()));
        factors.add(factor(item, "alignment", "alignment", item.alignment()));
        factors.add(
                factor(
                        item,
                        "level",
                        item.levelUnstated() ? "level.unstated" : "level",
                        item.level()));
        factors.add(factor(item, "assessment", "assessment", item.assessment()));
        Integer recency = item.recency();
        if (recency != null) {
            factors.add(factor(item, "recency", "recency", recency));
        }
        boolean recorded = !item.kind().equals("credential");
        return new Proof(
                recorded
                        ? words.say("evidence.kind." + item.kind())
                        : evidence.title(credentials.get(item.itemId())),
                recorded
                        ? words.say("evidence.employer")
                        : evidence.issuer(credentials.get(item.itemId())),
                recorded ? null : anchor(item.itemId()),
                item.open(),
                strength(item.strength()),
                factors);
    }

    private Factor factor(Score.Evidence item, String code, String key, int basisPoints) {
        String value = strength(BigDecimal.valueOf(basisPoints, 4));
        return new Factor(words.say("factor." + key, value), item.limiting().equals(code));
    }

    private Dismissed dismissed(Score.Ignored item, Map<UUID, StoredCredential> credentials) {
        StoredCredential credential = credentials.get(item.itemId());
        return new Dismissed(
                evidence.title(credential),
                anchor(item.itemId()),
                evidence.badge(item.reason()),
                evidence.reason(item.reason(), credential),
                item.reason());
    }

    private static String anchor(UUID item) {
        return "#item-" + item;
    }

    private static String strength(BigDecimal strength) {
        return strength.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
