package dev.assay.hiring.selfservice;

import dev.assay.credential.model.Achievement;
import dev.assay.credential.model.CredentialSummary;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.scoring.Score;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A score in sentences for the candidate it is of. Nothing is computed here. */
final class ScoreTold {

    private static final String NO_ALIGNED_SKILL = "no-aligned-skill";
    private static final BigDecimal LEAST_GAIN = new BigDecimal("0.05");

    private final String employer;
    private final Score score;
    private final List<StoredCredential> handedIn;
    private final Map<UUID, StoredCredential> byId;

    ScoreTold(String employer, Score score, List<StoredCredential> handedIn) {
        this.employer = employer;
        this.score = score;
        this.handedIn = handedIn;
        this.byId =
                handedIn.stream()
                        .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    }

    CandidateExplanation.Figures figures() {
        List<String> sentences = new ArrayList<>();
        BigDecimal proven = score.score();
        BigDecimal potential = score.potential();
        if (score.requirements().isEmpty()) {
            sentences.add(CandidateWords.say("score.no-requirements"));
        } else if (proven == null) {
            sentences.add(CandidateWords.say("score.no-evidence"));
        } else {
            sentences.add(CandidateWords.say("score.figure", points(proven)));
            if (potential != null && potential.compareTo(proven) > 0) {
                sentences.add(CandidateWords.say("score.open", points(potential)));
            }
            if (!score.mustHaves().equals("none")) {
                sentences.add(CandidateWords.say("musts." + score.mustHaves()));
            }
        }
        return new CandidateExplanation.Figures(
                Optional.ofNullable(proven),
                Optional.ofNullable(potential),
                score.lane(),
                score.mustHaves(),
                score.computedAt(),
                score.policy().id(),
                score.policy().version(),
                sentences);
    }

    List<CandidateExplanation.Need> needs() {
        return score.requirements().stream()
                .map(need ->
                        new CandidateExplanation.Need(
                                need.skill().id(),
                                need.skill().name(),
                                need.importance(),
                                need.mustHave(),
                                need.state(),
                                need.points(),
                                need.maxPoints(),
                                sentences(need)))
                .toList();
    }

    /** Each credential once, by the best it does anywhere. */
    List<CandidateExplanation.Item> items() {
        return handedIn.stream()
                .map(credential ->
                        new CandidateExplanation.Item(
                                credential.id().value(),
                                name(credential),
                                issuer(credential),
                                state(credential),
                                sentence(credential)))
                .toList();
    }

    List<CandidateExplanation.Way> ways() {
        return score.counterfactuals().stream()
                .filter(way -> way.gain().compareTo(LEAST_GAIN) >= 0)
                .map(way ->
                        new CandidateExplanation.Way(
                                way.skill().id(),
                                way.skill().name(),
                                way.with(),
                                way.gain(),
                                CandidateWords.say(
                                        "way." + way.with(),
                                        way.skill().name(),
                                        employer,
                                        points(way.gain()))))
                .toList();
    }

    private List<String> sentences(Score.RequirementScore need) {
        List<String> sentences = new ArrayList<>();
        String state =
                need.state().equals("not-shown") && need.points().signum() > 0
                        ? "partly"
                        : need.state();
        sentences.add(
                CandidateWords.say(
                        "need." + state, points(need.points()), points(need.maxPoints())));
        if (need.level() != null) {
            sentences.add(CandidateWords.say("need.level", need.level()));
        }
        need.evidence().forEach(item -> sentences.add(shows(item)));
        List<Score.Ignored> dismissed =
                need.ignored().stream().filter(item -> isOfferedFor(need, item)).toList();
        dismissed.forEach(item -> sentences.add(ignored(item)));
        if (need.evidence().isEmpty() && dismissed.isEmpty()) {
            sentences.add(CandidateWords.say("need.nothing"));
        }
        return sentences;
    }

    private String shows(Score.Evidence item) {
        String limit = CandidateWords.say("limit." + item.limiting());
        boolean full = item.limiting().equals("none");
        if (!item.kind().equals("credential")) {
            String what = CandidateWords.say("kind." + item.kind(), employer);
            return full
                    ? CandidateWords.say("evidence.recorded", what)
                    : CandidateWords.say("evidence.recorded-partly", what, limit);
        }
        StoredCredential credential = byId.get(item.itemId());
        if (item.open()) {
            return CandidateWords.say(
                    "evidence.open", name(credential), issuer(credential), doubt(item));
        }
        return full
                ? CandidateWords.say("evidence.counts", name(credential), issuer(credential))
                : CandidateWords.say(
                        "evidence.partly", name(credential), issuer(credential), limit);
    }

    private static String doubt(Score.Evidence item) {
        return CandidateWords.sayOr("open." + item.openReason(), "open.other");
    }

    private String ignored(Score.Ignored item) {
        StoredCredential credential = byId.get(item.itemId());
        return CandidateWords.say(
                "evidence.ignored",
                name(credential),
                issuer(credential),
                CandidateWords.say("ignored." + item.reason(), issuer(credential)));
    }

    /** What does not count is told where it would have. */
    private boolean isOfferedFor(Score.RequirementScore need, Score.Ignored item) {
        return said(byId.get(item.itemId())).stream()
                .flatMap(said -> said.skills().stream())
                .anyMatch(claim -> claim.targetUrl().equals(need.skill().uri()));
    }

    private String state(StoredCredential credential) {
        if (credential.withdrawnAt().isPresent()) {
            return "withdrawn";
        }
        if (!skills(credential, false).isEmpty()) {
            return "counts";
        }
        boolean open =
                credential.isPending()
                        || !skills(credential, true).isEmpty()
                        || reasons(credential).contains("could-not-check")
                        || reasons(credential).contains("mapping-unconfirmed");
        return open ? "open" : "not-counted";
    }

    private String sentence(StoredCredential credential) {
        return switch (state(credential)) {
            case "withdrawn" -> CandidateWords.say("credential.withdrawn");
            case "counts" ->
                    CandidateWords.say(
                            "credential.counts", String.join(", ", skills(credential, false)));
            case "open" -> CandidateWords.say("credential.open", why(credential));
            default ->
                    reasons(credential).isEmpty()
                            ? CandidateWords.say("credential.unused")
                            : CandidateWords.say("credential.ignored", why(credential));
        };
    }

    /** The weightiest reason: that it names another skill is none where there is one more. */
    private String why(StoredCredential credential) {
        Optional<String> doubt =
                score.requirements().stream()
                        .flatMap(need -> need.evidence().stream())
                        .filter(item -> item.open() && isOf(item.itemId(), credential))
                        .map(ScoreTold::doubt)
                        .findFirst();
        if (doubt.isPresent()) {
            return doubt.get();
        }
        Set<String> reasons = reasons(credential);
        return reasons.stream()
                .filter(reason -> !reason.equals(NO_ALIGNED_SKILL))
                .findFirst()
                .or(() -> reasons.stream().findFirst())
                .map(reason -> CandidateWords.say("ignored." + reason, issuer(credential)))
                .orElseGet(() -> CandidateWords.say("open.could-not-check"));
    }

    private Set<String> skills(StoredCredential credential, boolean open) {
        Set<String> skills = new LinkedHashSet<>();
        score.requirements().stream()
                .filter(need ->
                        need.evidence().stream()
                                .anyMatch(item ->
                                        item.open() == open && isOf(item.itemId(), credential)))
                .forEach(need -> skills.add(need.skill().name()));
        return skills;
    }

    private Set<String> reasons(StoredCredential credential) {
        Set<String> reasons = new LinkedHashSet<>();
        score.requirements()
                .forEach(need ->
                        need.ignored().stream()
                                .filter(item -> isOf(item.itemId(), credential))
                                .forEach(item -> reasons.add(item.reason())));
        return reasons;
    }

    private static boolean isOf(UUID item, StoredCredential credential) {
        return item.equals(credential.id().value());
    }

    private static String name(@Nullable StoredCredential credential) {
        Optional<CredentialSummary> said = said(credential);
        return said.flatMap(CredentialSummary::name)
                .or(() -> said.flatMap(CredentialSummary::achievement).map(Achievement::name))
                .orElseGet(() ->
                        CandidateWords.say(
                                said.isPresent()
                                        ? "evidence.untitled"
                                        : credential != null && credential.isPending()
                                                ? "evidence.pending"
                                                : "evidence.unreadable"));
    }

    private static String issuer(@Nullable StoredCredential credential) {
        return said(credential)
                .map(said -> said.issuer().name().orElse(said.issuer().id()))
                .orElseGet(() -> CandidateWords.say("evidence.issuer-unread"));
    }

    private static Optional<CredentialSummary> said(@Nullable StoredCredential credential) {
        return Optional.ofNullable(credential).flatMap(known -> known.report().credential());
    }

    private static String points(BigDecimal points) {
        return points.setScale(1, RoundingMode.HALF_EVEN).toPlainString();
    }
}
