package dev.assay.admin.disputes;

import dev.assay.admin.scoring.ScoreWords;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.disputes.Dispute;
import dev.assay.hiring.disputes.DisputeId;
import dev.assay.hiring.disputes.DisputeKind;
import dev.assay.hiring.disputes.DisputeOutcome;
import dev.assay.hiring.disputes.DisputeState;
import dev.assay.hiring.disputes.DisputeView;
import dev.assay.hiring.disputes.Disputes;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.scoring.Scores;
import dev.assay.hiring.selfservice.CandidateExplanation;
import dev.assay.hiring.selfservice.Explanations;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the pages of disputes together from what the features tell. */
@Component
class DisputePages {

    private final Disputes disputes;
    private final Explanations explanations;
    private final Applications applications;
    private final Candidates candidates;
    private final Jobs jobs;
    private final Scores scores;
    private final ScoreWords scoreWords;
    private final Words words;
    private final Moments moments;

    DisputePages(
            Disputes disputes,
            Explanations explanations,
            Applications applications,
            Candidates candidates,
            Jobs jobs,
            Scores scores,
            ScoreWords scoreWords,
            Words words,
            Moments moments) {
        this.disputes = disputes;
        this.explanations = explanations;
        this.applications = applications;
        this.candidates = candidates;
        this.jobs = jobs;
        this.scores = scores;
        this.scoreWords = scoreWords;
        this.words = words;
        this.moments = moments;
    }

    List<DisputeRow> rows(Actor actor, List<Dispute> page) {
        Map<ApplicationId, Application> of =
                applications.withIds(
                        actor, page.stream().map(Dispute::application).distinct().toList());
        Map<CandidateId, Candidate> known =
                candidates.withIds(
                        actor, of.values().stream().map(Application::candidate).toList());
        Map<JobId, String> titles = new HashMap<>();
        return page.stream()
                .flatMap(dispute ->
                        Stream.ofNullable(of.get(dispute.application()))
                                .map(application ->
                                        row(
                                                dispute,
                                                name(known.get(application.candidate())),
                                                titles.computeIfAbsent(
                                                        application.job(),
                                                        job -> title(actor, job)))))
                .toList();
    }

    DisputePage page(Actor actor, DisputeId id) {
        DisputeView view = disputes.get(actor, id);
        Dispute dispute = view.dispute();
        Application application = applications.get(actor, dispute.application());
        Optional<Candidate> candidate = candidates.find(actor, application.candidate());
        return new DisputePage(
                id.toString(),
                name(candidate.orElse(null)),
                "/console/applications/" + application.id(),
                title(actor, application.job()),
                about(actor, dispute),
                state(dispute),
                moments.of(dispute.openedAt()),
                moments.of(dispute.dueAt()),
                view.statement().orElse(null),
                figures(actor, dispute),
                dispute.outcome()
                        .map(DisputeOutcome::wireName)
                        .map(outcome -> words.say("dispute.outcome." + outcome))
                        .orElse(null),
                view.answer().orElse(null),
                dispute.closedAt().map(moments::of).orElse(null),
                dispute.state() == DisputeState.OPEN && actor.may(Permission.EDIT_DISPUTES),
                // Or a pseudonym would be handed in as their name.
                dispute.kind() == DisputeKind.PROFILE
                        && candidate.filter(known -> !known.blind()).isPresent(),
                dispute.kind() == DisputeKind.EVIDENCE,
                candidate.map(Candidate::givenName).orElse(""),
                candidate.map(Candidate::familyName).orElse(""),
                candidate.map(Candidate::phone).map(Objects::toString).orElse(""));
    }

    private DisputeRow row(Dispute dispute, String candidate, String job) {
        return new DisputeRow(
                dispute.id().toString(),
                candidate,
                job,
                words.say("dispute.about." + dispute.kind().wireName()),
                state(dispute),
                moments.of(dispute.openedAt()),
                moments.of(dispute.dueAt()));
    }

    private Badge state(Dispute dispute) {
        if (disputes.isOverdue(dispute)) {
            return Badge.failed(words.say("dispute.overdue"));
        }
        String word = words.say("dispute.state." + dispute.state().wireName());
        return dispute.state() == DisputeState.OPEN ? Badge.unsure(word) : Badge.none(word);
    }

    /** By name where it names something that is still there. */
    private String about(Actor actor, Dispute dispute) {
        String kind = words.say("dispute.about." + dispute.kind().wireName());
        return dispute.of()
                .flatMap(which -> named(explanations.of(actor, dispute.application()), which))
                .map(name -> words.say("dispute.about.named", kind, name))
                .orElse(kind);
    }

    private static Optional<String> named(CandidateExplanation told, UUID which) {
        return told.requirements().stream()
                .filter(need -> need.skillId().equals(which))
                .map(CandidateExplanation.Need::skill)
                .findFirst()
                .or(() ->
                        told.credentials().stream()
                                .filter(item -> item.id().equals(which))
                                .map(CandidateExplanation.Item::name)
                                .findFirst());
    }

    private String figures(Actor actor, Dispute dispute) {
        boolean open = dispute.state() == DisputeState.OPEN;
        @Nullable BigDecimal now =
                open
                        ? scores.current(actor, dispute.application()).score()
                        : dispute.scoreNow().orElse(null);
        return words.say(
                open ? "dispute.figures.now" : "dispute.figures.then",
                shown(dispute.scoreThen().orElse(null)),
                shown(now));
    }

    private String shown(@Nullable BigDecimal points) {
        return points == null ? words.say("score.none") : scoreWords.points(points);
    }

    private String name(@Nullable Candidate candidate) {
        return candidate == null ? words.say("candidate.erased") : candidate.fullName();
    }

    private String title(Actor actor, JobId job) {
        return jobs.get(actor, job).content().title();
    }
}
