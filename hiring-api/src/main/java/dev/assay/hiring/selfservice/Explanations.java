package dev.assay.hiring.selfservice;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.Transition;
import dev.assay.hiring.applications.TransitionReason;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.disputes.Disputes;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.scoring.Scores;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Explains applications to their candidates, from the data of the score's receipt. */
@Component
public class Explanations {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneOffset.UTC);

    private final Applications applications;
    private final Credentials credentials;
    private final Scores scores;
    private final Jobs jobs;
    private final Disputes disputes;
    private final Employers employers;
    private final TenantTransaction transactions;

    Explanations(
            Applications applications,
            Credentials credentials,
            Scores scores,
            Jobs jobs,
            Disputes disputes,
            Employers employers,
            TenantTransaction transactions) {
        this.applications = applications;
        this.credentials = credentials;
        this.scores = scores;
        this.jobs = jobs;
        this.disputes = disputes;
        this.employers = employers;
        this.transactions = transactions;
    }

    /**
     * How an application stands and why, in words for its candidate.
     *
     * @throws NotFound when this employer has no such application
     */
    public CandidateExplanation of(Actor actor, ApplicationId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    String employer = employers.employerOf(actor).employer().name();
                    Score score = scores.current(actor, id);
                    var told =
                            new ScoreTold(
                                    employer,
                                    score,
                                    credentials.withIssuerTrust(
                                            actor, id, application.candidate()));
                    return new CandidateExplanation(
                            id.value(),
                            employer,
                            jobs.get(actor, application.job()).content().title(),
                            standing(application, employer),
                            decision(actor, application),
                            told.figures(),
                            told.needs(),
                            told.items(),
                            told.ways(),
                            principles(employer, score),
                            rights(employer));
                });
    }

    private static CandidateExplanation.Standing standing(
            Application application, String employer) {
        String phase = application.phase().wireName();
        return new CandidateExplanation.Standing(
                phase,
                CandidateWords.say("phase." + phase),
                CandidateWords.say("status." + phase, employer),
                application.submittedAt());
    }

    private Optional<CandidateExplanation.Decision> decision(Actor actor, Application application) {
        return application.phase().isOpen()
                ? Optional.empty()
                : applications
                        .lastMove(actor, application.id())
                        .map(move ->
                                new CandidateExplanation.Decision(
                                        move.reason().map(TransitionReason::wireName),
                                        move.movedAt(),
                                        sentences(move)));
    }

    private static List<String> sentences(Transition move) {
        List<String> sentences = new ArrayList<>();
        move.reason()
                .ifPresent(
                        reason -> sentences.add(CandidateWords.say("reason." + reason.wireName())));
        if (move.to() == ApplicationPhase.REJECTED) {
            sentences.add(CandidateWords.say("decision.by-person", DAY.format(move.movedAt())));
            move.overrideReason()
                    .ifPresent(_ -> sentences.add(CandidateWords.say("decision.override")));
        }
        return sentences;
    }

    private static List<String> principles(String employer, Score score) {
        return List.of(
                CandidateWords.say("principle.proof", employer),
                CandidateWords.say("principle.weights", employer),
                CandidateWords.say("principle.not-used"),
                CandidateWords.say("principle.people"),
                CandidateWords.say(
                        "principle.rules", score.policy().id(), score.policy().version()));
    }

    private List<String> rights(String employer) {
        return List.of(
                CandidateWords.say("right.dispute", disputes.answeredWithin().toDays()),
                CandidateWords.say("right.add"),
                CandidateWords.say("right.receipt", employer));
    }
}
