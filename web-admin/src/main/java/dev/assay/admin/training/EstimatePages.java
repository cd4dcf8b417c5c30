package dev.assay.admin.training;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.training.EstimateDocument;
import dev.assay.hiring.training.TrainingEstimates;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts the page of an application's estimate together. */
@Component
class EstimatePages {

    private final Applications applications;
    private final Candidates candidates;
    private final Credentials credentials;
    private final Jobs jobs;
    private final TrainingEstimates estimates;
    private final EstimateWords wording;
    private final Words words;

    EstimatePages(
            Applications applications,
            Candidates candidates,
            Credentials credentials,
            Jobs jobs,
            TrainingEstimates estimates,
            EstimateWords wording,
            Words words) {
        this.applications = applications;
        this.candidates = candidates;
        this.credentials = credentials;
        this.jobs = jobs;
        this.estimates = estimates;
        this.wording = wording;
        this.words = words;
    }

    EstimatePage page(Actor actor, ApplicationId id) {
        Application application = applications.get(actor, id);
        Job job = jobs.get(actor, application.job());
        String candidate =
                Optional.ofNullable(
                                candidates
                                        .withIds(actor, Set.of(application.candidate()))
                                        .get(application.candidate()))
                        .map(Candidate::fullName)
                        .orElseGet(() -> words.say("candidate.erased"));
        List<Crumb> trail =
                List.of(
                        new Crumb("Jobs", "/console/jobs"),
                        new Crumb(job.content().title(), "/console/jobs/" + job.id() + "/ranking"),
                        new Crumb(candidate, "/console/applications/" + id));
        try {
            EstimateDocument made = estimates.ofApplication(actor, id);
            return new EstimatePage(
                    id.toString(),
                    candidate,
                    trail,
                    job.content().title(),
                    wording.estimate(made, titles(actor, id)),
                    "");
        } catch (Conflict none) {
            return new EstimatePage(
                    id.toString(),
                    candidate,
                    trail,
                    job.content().title(),
                    null,
                    words.sayOr("training.none." + none.code(), "training.none"));
        }
    }

    private Map<String, String> titles(Actor actor, ApplicationId id) {
        Map<String, String> titles = new HashMap<>();
        for (StoredCredential one : credentials.of(actor, id)) {
            one.report()
                    .credential()
                    .flatMap(known -> known.achievement().map(a -> a.name()).or(known::name))
                    .ifPresent(title -> titles.put(one.id().toString(), title));
        }
        return titles;
    }
}
