package dev.assay.hiring.intake;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationMoved;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.Transition;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.jobs.BlindReviewChanged;
import dev.assay.hiring.jobs.BlindReviews;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.Actor;
import java.util.Collection;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells whoever keeps copies of lists when a name is withheld or shown from now on: because an
 * application went past where it is reviewed blind, or came back; because another is reviewed so;
 * because the job says otherwise.
 */
@Component
class NamesTold {

    private final BlindReviews reviews;
    private final Applications applications;
    private final Candidates candidates;
    private final NamesToTell toTell;

    NamesTold(
            BlindReviews reviews,
            Applications applications,
            Candidates candidates,
            NamesToTell toTell) {
        this.reviews = reviews;
        this.applications = applications;
        this.candidates = candidates;
        this.toTell = toTell;
    }

    @EventListener
    void onMoved(ApplicationMoved event) {
        Transition move = event.transition();
        Actor.Service reader = reader(event.actor());
        Application application = applications.get(reader, move.application());
        if (reviews.of(reader, application.job())
                .filter(review -> review.mayChange(move.from().divided(), move.to().divided()))
                .isPresent()) {
            candidates.tellWhetherHidden(event.actor(), List.of(application.candidate()));
        }
    }

    @EventListener
    void onReviewChanged(BlindReviewChanged event) {
        toTell.begin(event.actor(), event.job(), NamesToTell.AT_ONCE);
    }

    /** People who were known before have applied to a job. */
    void joined(Actor actor, JobId job, Collection<CandidateId> known) {
        if (!known.isEmpty() && reviews.of(reader(actor), job).isPresent()) {
            candidates.tellWhetherHidden(actor, known);
        }
    }

    /** Whoever moves or applies need not see the job for it to be told. */
    static Actor.Service reader(Actor actor) {
        return new Actor.Service(actor.employer(), "intake");
    }
}
