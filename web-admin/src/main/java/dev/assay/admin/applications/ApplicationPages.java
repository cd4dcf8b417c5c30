package dev.assay.admin.applications;

import dev.assay.admin.people.PersonNames;
import dev.assay.admin.scoring.ScoreWords;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.disputes.DisputeState;
import dev.assay.hiring.disputes.Disputes;
import dev.assay.hiring.dossier.Assignments;
import dev.assay.hiring.dossier.Owner;
import dev.assay.hiring.dossier.Tag;
import dev.assay.hiring.dossier.Tags;
import dev.assay.hiring.intake.ApplicationView;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.intake.ScreeningAnswer;
import dev.assay.hiring.intake.ScreeningAnswers;
import dev.assay.hiring.issuers.Issuer;
import dev.assay.hiring.issuers.Issuers;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.QuestionKind;
import dev.assay.hiring.jobs.Stage;
import dev.assay.hiring.scoring.DecisionFlags;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.scoring.ScoreHistoryEntry;
import dev.assay.hiring.scoring.Scores;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of one application together from what the features tell. */
@Component
class ApplicationPages {

    private final Intake intake;
    private final Applications applications;
    private final Jobs jobs;
    private final Scores scores;
    private final DecisionFlags decisionFlags;
    private final Issuers issuers;
    private final Disputes disputes;
    private final ScreeningAnswers answers;
    private final Assignments assignments;
    private final Tags tags;
    private final ApplicationHeads heads;
    private final PersonNames names;
    private final CredentialCards cards;
    private final ScoreWords scoreWords;
    private final Words words;
    private final Moments moments;

    ApplicationPages(
            Intake intake,
            Applications applications,
            Jobs jobs,
            Scores scores,
            DecisionFlags decisionFlags,
            Issuers issuers,
            Disputes disputes,
            ScreeningAnswers answers,
            Assignments assignments,
            Tags tags,
            ApplicationHeads heads,
            PersonNames names,
            CredentialCards cards,
            ScoreWords scoreWords,
            Words words,
            Moments moments) {
        this.intake = intake;
        this.applications = applications;
        this.jobs = jobs;
        this.scores = scores;
        this.decisionFlags = decisionFlags;
        this.issuers = issuers;
        this.disputes = disputes;
        this.answers = answers;
        this.assignments = assignments;
        this.tags = tags;
        this.heads = heads;
        this.names = names;
        this.cards = cards;
        this.scoreWords = scoreWords;
        this.words = words;
        this.moments = moments;
    }

    ApplicationPage page(Actor actor, ApplicationId id) {
        ApplicationView view = intake.view(actor, id);
        Application application = view.application();
        Optional<Candidate> candidate = view.candidate();
        Job job = jobs.get(actor, application.job());
        ApplicationHead head = heads.of(actor, view, job, "");
        return new ApplicationPage(
                id.toString(),
                candidate.map(Candidate::fullName).orElseGet(() -> words.say("candidate.erased")),
                candidate.map(known -> known.email().address()).orElse(null),
                candidate
                        .map(this::emailState)
                        .orElseGet(() -> Badge.none(words.say("candidate.erased.word"))),
                trail(job),
                job.content().title(),
                phase(application.phase()),
                view.stage().map(Stage::name).orElse(null),
                moments.of(application.submittedAt()),
                source(application.source(), candidate.filter(Candidate::blind).isPresent()),
                scoreCard(actor, view),
                evidence(actor, view),
                history(
                        scores.history(actor, id, Optional.empty(), new PageSize(PageSize.MAXIMUM))
                                .items()),
                flags(actor, id),
                scoreWords.open(view.score()).size() + awaited(view),
                trainingHref(actor, job, id),
                candidate.isPresent() && actor.may(Permission.ISSUE_CANDIDATE_LINKS),
                disputes(actor, id),
                waits(actor, application),
                head.tabs(),
                head.blind(),
                answers.of(actor, id).stream().map(this::answer).toList(),
                keeper(actor, id),
                tags(actor, view));
    }

    private AnswerLine answer(ScreeningAnswer answer) {
        boolean yesOrNo =
                answer.question()
                        .filter(asked -> asked.content().kind() == QuestionKind.YES_NO)
                        .isPresent();
        return new AnswerLine(
                answer.question().map(asked -> asked.content().wording()).orElse(null),
                answer.withheld()
                        ? words.say("answer.withheld")
                        : yesOrNo ? words.say("answer." + answer.value()) : answer.value());
    }

    private @Nullable String keeper(Actor actor, ApplicationId id) {
        return actor.may(Permission.READ_MEMBERS)
                ? assignments.of(actor, id).map(one -> names.of(actor, one.member())).orElse(null)
                : null;
    }

    private List<String> tags(Actor actor, ApplicationView view) {
        Application application = view.application();
        return actor.may(Permission.READ_DOSSIERS)
                ? tags
                        .of(
                                actor,
                                new Owner(application.candidate(), Optional.of(application.id())))
                        .stream()
                        .map(Tag::name)
                        .toList()
                : List.of();
    }

    private int disputes(Actor actor, ApplicationId id) {
        return actor.may(Permission.READ_DISPUTES)
                ? (int)
                        disputes.of(actor, id).stream()
                                .filter(view -> view.dispute().state() == DisputeState.OPEN)
                                .count()
                : 0;
    }

    private static @Nullable String trainingHref(Actor actor, Job job, ApplicationId id) {
        return actor.may(Permission.READ_TRAINING) && job.content().roleProfileId() != null
                ? "/console/applications/" + id + "/training"
                : null;
    }

    /** What has not arrived yet is a doubt of ours too. */
    private static int awaited(ApplicationView view) {
        return (int) view.credentials().stream().filter(StoredCredential::isPending).count();
    }

    /** Whether the application waits to be scored anew. */
    boolean waits(Actor actor, ApplicationId id) {
        return waits(actor, applications.get(actor, id));
    }

    private boolean waits(Actor actor, Application application) {
        return scores.waiting(actor, application.job()).contains(application.id());
    }

    private Badge emailState(Candidate candidate) {
        return candidate.emailStatus().isConfirmed()
                ? Badge.verified(words.say("email.verified"))
                : Badge.unsure(words.say("email.unverified"));
    }

    private static List<Crumb> trail(Job job) {
        return List.of(
                new Crumb("Jobs", "/console/jobs"),
                new Crumb(job.content().title(), "/console/jobs/" + job.id() + "/ranking"));
    }

    private Badge phase(ApplicationPhase phase) {
        String word = words.say("phase." + phase.wireName());
        return switch (phase) {
            case NEW, IN_REVIEW, INTERVIEW, OFFER, REJECTED, WITHDRAWN -> Badge.none(word);
            case HIRED -> Badge.verified(word);
        };
    }

    /** References of other systems tend to name people: not while that is withheld. */
    private String source(ApplicationSource source, boolean blind) {
        String channel =
                words.sayOr("source." + source.channel(), "source.other", source.channel());
        String reference = source.reference();
        return reference == null || blind ? channel : channel + " · " + reference;
    }

    private ScoreCard scoreCard(Actor actor, ApplicationView view) {
        Score score = view.score();
        BigDecimal points = score.score();
        return new ScoreCard(
                points == null ? null : scoreWords.points(points),
                scoreWords.potential(score),
                standing(actor, view),
                scoreWords.mustHaves(score),
                scoreWords.bar(score),
                policy(score),
                moments.of(score.computedAt()),
                scoreWords.needs(score, byId(view.credentials())),
                roads(score).stream().map(road -> words.say("counter." + road)).toList(),
                counterfactuals(score));
    }

    private List<ScoreCard.Counterfactual> counterfactuals(Score score) {
        Map<String, Map<String, String>> gains = new LinkedHashMap<>();
        score.counterfactuals()
                .forEach(way ->
                        gains.computeIfAbsent(way.skill().name(), _ -> new HashMap<>())
                                .put(way.with(), "+ " + scoreWords.points(way.gain())));
        return gains.entrySet().stream()
                .map(skill ->
                        new ScoreCard.Counterfactual(
                                skill.getKey(),
                                roads(score).stream()
                                        .map(road -> skill.getValue().getOrDefault(road, "–"))
                                        .toList()))
                .toList();
    }

    private static List<String> roads(Score score) {
        return score.counterfactuals().stream()
                .map(Score.Counterfactual::with)
                .distinct()
                .sorted()
                .toList();
    }

    private String standing(Actor actor, ApplicationView view) {
        if (view.score().requirements().isEmpty()) {
            return words.say("standing.no-requirements");
        }
        if (view.candidate().isEmpty()) {
            return words.say("standing.erased");
        }
        return scores.rank(actor, view.application().id())
                .map(rank -> words.say("standing", rank))
                .orElseGet(() -> words.say("standing.no-evidence"));
    }

    private String policy(Score score) {
        return words.say("policy", score.policy().id(), score.policy().version());
    }

    private List<CredentialCard> evidence(Actor actor, ApplicationView view) {
        Map<String, Issuer> registry =
                issuers.withIdentifiers(
                        actor,
                        view.credentials().stream()
                                .flatMap(one -> one.issuerId().stream())
                                .toList());
        Set<String> offered = new HashSet<>();
        return view.credentials().stream()
                .map(credential -> {
                    CredentialCard card =
                            cards.card(
                                    actor,
                                    credential,
                                    credential
                                            .issuerId()
                                            .flatMap(id -> Optional.ofNullable(registry.get(id))),
                                    view.score());
                    // One offer an issuer is enough, however many of its badges are here.
                    return offered.add(String.valueOf(card.registerHref()))
                            ? card
                            : card.withoutOffer();
                })
                .toList();
    }

    private List<FlagLine> flags(Actor actor, ApplicationId id) {
        return decisionFlags.of(actor, id, Optional.empty(), PageSize.DEFAULT).items().stream()
                .map(flag ->
                        new FlagLine(
                                moments.of(flag.notedAt()),
                                words.say("cause." + flag.cause()),
                                words.say(
                                        "flag.figures",
                                        shown(flag.scoreThen()),
                                        shown(flag.scoreNow()))))
                .toList();
    }

    private List<HistoryLine> history(List<ScoreHistoryEntry> newestFirst) {
        List<HistoryLine> lines = new ArrayList<>();
        for (int i = 0; i < newestFirst.size(); i++) {
            ScoreHistoryEntry entry = newestFirst.get(i);
            Score score = entry.score();
            Score before = i + 1 < newestFirst.size() ? newestFirst.get(i + 1).score() : null;
            lines.add(
                    new HistoryLine(
                            moments.of(score.computedAt()),
                            shown(score.score()),
                            change(score, before),
                            words.say("cause." + entry.cause().wireName())
                                    + " · "
                                    + policy(score)));
        }
        return lines;
    }

    private String change(Score score, @Nullable Score before) {
        if (before == null) {
            return words.say("history.first");
        }
        BigDecimal now = score.score();
        BigDecimal then = before.score();
        if (now == null || then == null) {
            return "";
        }
        int direction = now.compareTo(then);
        String figure = scoreWords.points(now.subtract(then).abs());
        return direction == 0 ? words.say("history.same") : (direction > 0 ? "+ " : "− ") + figure;
    }

    private String shown(@Nullable BigDecimal points) {
        return points == null ? words.say("score.none") : scoreWords.points(points);
    }

    private static Map<UUID, StoredCredential> byId(List<StoredCredential> credentials) {
        return credentials.stream()
                .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    }
}
