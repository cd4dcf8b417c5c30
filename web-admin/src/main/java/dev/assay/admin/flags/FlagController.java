package dev.assay.admin.flags;

import dev.assay.admin.scoring.ScoreWords;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Tab;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.scoring.DecisionFlag;
import dev.assay.hiring.scoring.DecisionFlags;
import dev.assay.hiring.scoring.FlagFilter;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What came to light after decisions, in one list. */
@Controller
@RequestMapping(FlagController.PATH)
class FlagController {

    static final String PATH = "/console/flags";

    private static final int LONGEST_REASON = 5_000;

    private final DecisionFlags flags;
    private final Applications applications;
    private final Candidates candidates;
    private final Jobs jobs;
    private final ScoreWords scoreWords;
    private final Words words;
    private final Moments moments;

    FlagController(
            DecisionFlags flags,
            Applications applications,
            Candidates candidates,
            Jobs jobs,
            ScoreWords scoreWords,
            Words words,
            Moments moments) {
        this.flags = flags;
        this.applications = applications;
        this.candidates = candidates;
        this.jobs = jobs;
        this.scoreWords = scoreWords;
        this.words = words;
        this.moments = moments;
    }

    @GetMapping
    String list(
            SignedIn signedIn,
            @RequestParam(defaultValue = "false") boolean settled,
            @RequestParam Optional<String> after,
            Model model) {
        Actor actor = signedIn.actor();
        Page<DecisionFlag> page =
                flags.list(
                        actor,
                        new FlagFilter(Optional.of(settled), Optional.empty()),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        PageSize.DEFAULT);
        model.addAttribute("flags", rows(actor, page.items()));
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("settled", settled);
        model.addAttribute("maySettle", actor.may(Permission.MOVE_APPLICATIONS));
        model.addAttribute(
                "tabs",
                List.of(
                        new Tab(words.say("flags.open"), PATH, !settled),
                        new Tab(words.say("flags.settled"), PATH + "?settled=true", settled)));
        return "flags/list";
    }

    @PostMapping("/{id}")
    String settle(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            Flash.failed(words.say("flags.no-reason")).after(redirect);
            return "redirect:" + PATH;
        }
        try {
            flags.settle(signedIn.actor(), id, reason.strip());
            Flash.done(words.say("flash.flag.settled")).after(redirect);
        } catch (Conflict settled) {
            Flash.failed(words.say("flags.refused." + settled.code())).after(redirect);
        }
        return "redirect:" + PATH;
    }

    private List<FlagRow> rows(Actor actor, List<DecisionFlag> page) {
        Map<ApplicationId, Application> of =
                applications.withIds(
                        actor,
                        page.stream()
                                .map(flag -> new ApplicationId(flag.applicationId()))
                                .distinct()
                                .toList());
        Map<CandidateId, Candidate> known =
                candidates.withIds(
                        actor, of.values().stream().map(Application::candidate).toList());
        Map<JobId, String> titles = new HashMap<>();
        return page.stream()
                .flatMap(flag ->
                        Stream.ofNullable(of.get(new ApplicationId(flag.applicationId())))
                                .map(application ->
                                        row(
                                                flag,
                                                name(known.get(application.candidate())),
                                                titles.computeIfAbsent(
                                                        application.job(),
                                                        job ->
                                                                jobs.get(actor, job)
                                                                        .content()
                                                                        .title()))))
                .toList();
    }

    private String name(@Nullable Candidate candidate) {
        return candidate == null ? words.say("candidate.erased") : candidate.fullName();
    }

    private FlagRow row(DecisionFlag flag, String candidate, String job) {
        return new FlagRow(
                flag.id().toString(),
                candidate,
                "/console/applications/" + flag.applicationId(),
                job,
                words.say("phase." + flag.phase()),
                words.say("cause." + flag.cause()),
                words.say("flag.figures", shown(flag.scoreThen()), shown(flag.scoreNow())),
                flag.mustHavesThen().equals(flag.mustHavesNow())
                        ? ""
                        : words.say(
                                "flag.must-haves",
                                words.say("flag.must." + flag.mustHavesThen()),
                                words.say("flag.must." + flag.mustHavesNow())),
                moments.of(flag.notedAt()),
                flag.settledAt().map(moments::of).orElse(null),
                flag.settledBecause().orElse(null));
    }

    private String shown(@Nullable BigDecimal points) {
        return points == null ? words.say("score.none") : scoreWords.points(points);
    }
}
