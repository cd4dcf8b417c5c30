package dev.assay.admin.jobs;

import dev.assay.admin.scoring.ScoreWords;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.JobSummary;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.scoring.Scores;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The list of jobs. */
@Controller
class JobsController {

    private static final String PATH = "/console/jobs";

    private final Jobs jobs;
    private final Applications applications;
    private final Scores scores;
    private final JobWords jobWords;
    private final ScoreWords scoreWords;
    private final Words words;
    private final Moments moments;

    JobsController(
            Jobs jobs,
            Applications applications,
            Scores scores,
            JobWords jobWords,
            ScoreWords scoreWords,
            Words words,
            Moments moments) {
        this.jobs = jobs;
        this.applications = applications;
        this.scores = scores;
        this.jobWords = jobWords;
        this.scoreWords = scoreWords;
        this.words = words;
        this.moments = moments;
    }

    @GetMapping(PATH)
    String list(
            SignedIn signedIn,
            @RequestParam Optional<String> status,
            @RequestParam Optional<String> after,
            Model model) {
        Optional<JobStatus> wanted = status.filter(name -> !name.isEmpty()).map(this::status);
        Page<JobSummary> page =
                jobs.list(
                        signedIn.actor(),
                        wanted,
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        PageSize.DEFAULT);
        model.addAttribute("filters", filters(signedIn.actor(), wanted));
        model.addAttribute("jobs", rows(signedIn.actor(), page.items()));
        model.addAttribute("next", page.next().map(next -> href(wanted, next)).orElse(null));
        model.addAttribute("mayEdit", signedIn.actor().may(Permission.EDIT_JOBS));
        return "jobs/list";
    }

    private JobStatus status(String name) {
        return Arrays.stream(JobStatus.values())
                .filter(status -> status.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/status", "is no status of a job"));
    }

    private List<StatusFilter> filters(Actor actor, Optional<JobStatus> wanted) {
        Map<JobStatus, Integer> counts = jobs.counts(actor);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        List<StatusFilter> filters = new ArrayList<>();
        filters.add(new StatusFilter(words.say("job.status.all"), PATH, all, wanted.isEmpty()));
        for (JobStatus status :
                List.of(JobStatus.OPEN, JobStatus.DRAFT, JobStatus.PAUSED, JobStatus.CLOSED)) {
            filters.add(
                    new StatusFilter(
                            words.say("job.status." + status.wireName()),
                            PATH + "?status=" + status.wireName(),
                            counts.getOrDefault(status, 0),
                            wanted.filter(status::equals).isPresent()));
        }
        return filters;
    }

    private List<JobRow> rows(Actor actor, List<JobSummary> summaries) {
        List<JobId> ids = summaries.stream().map(JobSummary::id).toList();
        Map<JobId, Integer> applied = applications.counts(actor, ids);
        Map<JobId, BigDecimal> best = scores.best(actor, ids);
        return summaries.stream()
                .map(job ->
                        new JobRow(
                                job.id().toString(),
                                job.title(),
                                Objects.requireNonNullElse(job.department(), ""),
                                jobWords.status(job.status()),
                                job.openings(),
                                applied.getOrDefault(job.id(), 0),
                                band(best.get(job.id())),
                                moments.of(job.updatedAt())))
                .toList();
    }

    private @Nullable String band(@Nullable BigDecimal best) {
        return best == null ? null : scoreWords.band(best);
    }

    private static String href(Optional<JobStatus> wanted, PageCursor next) {
        UriComponentsBuilder here = UriComponentsBuilder.fromPath(PATH);
        wanted.ifPresent(status -> here.queryParam("status", status.wireName()));
        return here.queryParam("after", next.encoded()).toUriString();
    }
}
