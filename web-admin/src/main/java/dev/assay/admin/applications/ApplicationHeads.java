package dev.assay.admin.applications;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Tab;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.applications.Application;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.intake.ApplicationView;
import dev.assay.hiring.jobs.BlindReview;
import dev.assay.hiring.jobs.BlindReviews;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobStages;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws up the head of an application's pages: whose it is, to which job, and its faces. */
@Component
public class ApplicationHeads {

    private final Jobs jobs;
    private final BlindReviews reviews;
    private final JobStages stages;
    private final Words words;
    private final Moments moments;

    ApplicationHeads(
            Jobs jobs, BlindReviews reviews, JobStages stages, Words words, Moments moments) {
        this.jobs = jobs;
        this.reviews = reviews;
        this.stages = stages;
        this.words = words;
        this.moments = moments;
    }

    /**
     * The head of one face of an application.
     *
     * @param face the last part of the address of the face that is shown; empty for the first one
     */
    public ApplicationHead of(Actor actor, ApplicationView view, String face) {
        return of(actor, view, jobs.get(actor, view.application().job()), face);
    }

    ApplicationHead of(Actor actor, ApplicationView view, Job job, String face) {
        String id = view.application().id().toString();
        return new ApplicationHead(
                id,
                candidate(view),
                job.content().title(),
                moments.of(view.application().submittedAt()),
                List.of(
                        new Crumb("Jobs", "/console/jobs"),
                        new Crumb(job.content().title(), "/console/jobs/" + job.id() + "/ranking")),
                tabs(actor, view, path(id), face),
                blind(actor, view));
    }

    private @Nullable BlindNotice blind(Actor actor, ApplicationView view) {
        if (view.candidate().filter(Candidate::blind).isEmpty()) {
            return null;
        }
        Application application = view.application();
        return new BlindNotice(
                reviews.of(actor, application.job())
                        .filter(review -> review.covers(application.phase().divided()))
                        .map(review -> words.say("blind.until", place(actor, review)))
                        .orElseGet(() -> words.say("blind.elsewhere")),
                actor.may(Permission.UNMASK_CANDIDATES));
    }

    private String place(Actor actor, BlindReview review) {
        String phase = words.say("phase." + review.until().wireName());
        return review.stage()
                .map(id -> stages.withIds(actor, List.of(id)).get(id))
                .map(stage -> words.say("job.blind.stage", phase, stage.name()))
                .orElse(phase);
    }

    private String candidate(ApplicationView view) {
        return view.candidate()
                .map(Candidate::fullName)
                .orElseGet(() -> words.say("candidate.erased"));
    }

    /** Where the first of an application's pages is. */
    public static String path(String id) {
        return "/console/applications/" + id;
    }

    /** A dossier goes with the person it is about. */
    private static List<Tab> tabs(Actor actor, ApplicationView view, String path, String face) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab("Score and evidence", path, face.isEmpty()));
        if (actor.may(Permission.READ_DOSSIERS) && view.candidate().isPresent()) {
            tabs.add(new Tab("Dossier", path + "/dossier", face.equals("dossier")));
        }
        tabs.add(new Tab("Interviews", path + "/interviews", face.equals("interviews")));
        return tabs;
    }
}
