package dev.assay.admin.timeline;

import dev.assay.admin.people.PersonNames;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.intake.ApplicationView;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.TimelineEntry;
import dev.assay.hiring.shared.TimelineKind;
import dev.assay.hiring.timeline.Timelines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The timeline of who made an application, over everything they applied to. */
@Controller
class TimelineController {

    private final Intake intake;
    private final Timelines timelines;
    private final Applications applications;
    private final Jobs jobs;
    private final PersonNames people;
    private final TimelineWords rows;
    private final Words words;

    TimelineController(
            Intake intake,
            Timelines timelines,
            Applications applications,
            Jobs jobs,
            PersonNames people,
            TimelineWords rows,
            Words words) {
        this.intake = intake;
        this.timelines = timelines;
        this.applications = applications;
        this.jobs = jobs;
        this.people = people;
        this.rows = rows;
        this.words = words;
    }

    @GetMapping("/console/applications/{id}/timeline")
    String show(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> after,
            Model model) {
        Actor actor = signedIn.actor();
        Optional<TimelineGroup> wanted = kind.map(TimelineController::group);
        ApplicationView view = intake.view(actor, new ApplicationId(id));
        String name = view.candidate().orElseThrow(() -> new NotFound("candidate")).fullName();
        Page<TimelineEntry> page =
                timelines.of(
                        actor,
                        view.application().candidate(),
                        wanted.map(TimelineGroup::kinds).orElse(EnumSet.allOf(TimelineKind.class)),
                        after.map(cursor -> PageCursor.parse(cursor, 3)),
                        PageSize.DEFAULT);
        TimelineWords.Names names = names(actor, view, page.items());
        String path = "/console/applications/" + id + "/timeline";
        model.addAttribute("name", name);
        model.addAttribute("trail", trail(actor, view, name));
        model.addAttribute("rows", page.items().stream().map(one -> rows.row(one, names)).toList());
        model.addAttribute("filters", filters(actor, path, wanted));
        model.addAttribute("path", path);
        model.addAttribute("kind", wanted.map(TimelineGroup::wireName).orElse(null));
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        return "timeline/page";
    }

    private static TimelineGroup group(String wireName) {
        return TimelineGroup.ofWireName(wireName)
                .orElseThrow(() ->
                        new InvalidInput(
                                "/kind",
                                "must be one of "
                                        + Arrays.stream(TimelineGroup.values())
                                                .map(TimelineGroup::wireName)
                                                .collect(Collectors.joining(", "))));
    }

    private List<Crumb> trail(Actor actor, ApplicationView view, String name) {
        Application application = view.application();
        return List.of(
                new Crumb("Jobs", "/console/jobs"),
                new Crumb(
                        jobs.get(actor, application.job()).content().title(),
                        "/console/jobs/" + application.job() + "/ranking"),
                new Crumb(name, "/console/applications/" + application.id()));
    }

    /** Those that may hold something for this viewer. */
    private List<GroupLink> filters(Actor actor, String path, Optional<TimelineGroup> wanted) {
        List<GroupLink> links = new ArrayList<>();
        links.add(new GroupLink(words.say("timeline.group.all"), path, wanted.isEmpty()));
        for (TimelineGroup group : TimelineGroup.values()) {
            if (group.kinds().stream().anyMatch(kind -> kind.isFor(actor))) {
                links.add(
                        new GroupLink(
                                words.say("timeline.group." + group.wireName()),
                                path + "?kind=" + group.wireName(),
                                wanted.filter(group::equals).isPresent()));
            }
        }
        return links;
    }

    private TimelineWords.Names names(
            Actor actor, ApplicationView view, List<TimelineEntry> entries) {
        Set<ApplicationId> about =
                entries.stream()
                        .flatMap(entry -> entry.application().stream())
                        .collect(Collectors.toSet());
        Map<ApplicationId, String> titles = new HashMap<>();
        about.forEach(id ->
                titles.put(
                        id, jobs.get(actor, applications.get(actor, id).job()).content().title()));
        Map<String, String> credentials = new HashMap<>();
        for (StoredCredential one : view.credentials()) {
            one.report()
                    .credential()
                    .flatMap(said -> said.name().or(() -> said.achievement().map(a -> a.name())))
                    .ifPresent(name -> credentials.put(one.id().toString(), name));
        }
        return new TimelineWords.Names(
                people.of(
                        actor,
                        entries.stream()
                                .flatMap(entry -> entry.by().stream())
                                .flatMap(by -> PersonNames.subject(by).stream())
                                .distinct()
                                .toList()),
                titles,
                credentials);
    }
}
