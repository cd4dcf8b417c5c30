package dev.assay.admin.home;

import dev.assay.admin.scoring.ScoreWords;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.disputes.Disputes;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.JobSummary;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.scoring.DecisionFlags;
import dev.assay.hiring.scoring.Scores;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageSize;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a day begins: what is open, and what waits for a person. */
@Controller
class HomeController {

    private final Jobs jobs;
    private final Applications applications;
    private final Scores scores;
    private final Credentials credentials;
    private final DecisionFlags flags;
    private final Disputes disputes;
    private final ScoreWords scoreWords;
    private final Words words;

    HomeController(
            Jobs jobs,
            Applications applications,
            Scores scores,
            Credentials credentials,
            DecisionFlags flags,
            Disputes disputes,
            ScoreWords scoreWords,
            Words words) {
        this.jobs = jobs;
        this.applications = applications;
        this.scores = scores;
        this.credentials = credentials;
        this.flags = flags;
        this.disputes = disputes;
        this.scoreWords = scoreWords;
        this.words = words;
    }

    @GetMapping("/console")
    String home(SignedIn signedIn, Model model) {
        Actor actor = signedIn.actor();
        var open =
                jobs.list(actor, Optional.of(JobStatus.OPEN), Optional.empty(), PageSize.DEFAULT);
        List<JobId> ids = open.items().stream().map(JobSummary::id).toList();
        Map<JobId, Integer> applied = applications.counts(actor, ids);
        Map<JobId, BigDecimal> best = scores.best(actor, ids);
        model.addAttribute("employer", signedIn.viewer().employerName());
        model.addAttribute("counts", counts(actor, applied, open.next().isPresent()));
        model.addAttribute(
                "jobs", open.items().stream().map(job -> row(job, applied, best)).toList());
        model.addAttribute("more", open.next().isPresent());
        return "home/home";
    }

    private List<Count> counts(Actor actor, Map<JobId, Integer> applied, boolean more) {
        int open = jobs.counts(actor).getOrDefault(JobStatus.OPEN, 0);
        int waiting = applied.values().stream().mapToInt(Integer::intValue).sum();
        int unknown = credentials.unregisteredIssuers(actor).size();
        return List.of(
                count("jobs", open, "/console/jobs?status=open"),
                count(
                        more ? "applications.newest" : "applications",
                        waiting,
                        "/console/jobs?status=open"),
                count("issuers", unknown, "/console/trust#waiting"),
                count("flags", flags.open(actor), "/console/flags"),
                count("disputes", disputes.waiting(actor), "/console/disputes"));
    }

    private Count count(String name, int value, String href) {
        return new Count(
                value, words.say("home." + name, value), words.say("home." + name + ".hint"), href);
    }

    private OpenJob row(JobSummary job, Map<JobId, Integer> applied, Map<JobId, BigDecimal> best) {
        BigDecimal top = best.get(job.id());
        return new OpenJob(
                job.title(),
                "/console/jobs/" + job.id() + "/ranking",
                applied.getOrDefault(job.id(), 0),
                top == null ? null : scoreWords.band(top));
    }
}
