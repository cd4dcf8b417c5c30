package dev.assay.admin.applications;

import dev.assay.admin.people.PersonNames;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Typed;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.dossier.Tags;
import dev.assay.hiring.intake.ApplicationOrder;
import dev.assay.hiring.intake.ApplicationSearch;
import dev.assay.hiring.intake.ListedApplication;
import dev.assay.hiring.jobs.JobSummary;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.lists.SyncPage;
import dev.assay.hiring.searches.SavedSearch;
import dev.assay.hiring.searches.SavedSearchId;
import dev.assay.hiring.searches.SavedSearches;
import dev.assay.hiring.searches.SearchedList;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Applications of all jobs, narrowed by what stands in the address; searches that are saved. */
@Controller
@RequestMapping(ListQuestion.PATH)
class ListController {

    private static final PageSize ALL = new PageSize(PageSize.MAXIMUM);
    private static final int LONGEST_NAME = 100;

    private final ApplicationSearch search;
    private final ListPages pages;
    private final Jobs jobs;
    private final Tags tags;
    private final SavedSearches searches;
    private final PersonNames names;
    private final Words words;

    ListController(
            ApplicationSearch search,
            ListPages pages,
            Jobs jobs,
            Tags tags,
            SavedSearches searches,
            PersonNames names,
            Words words) {
        this.search = search;
        this.pages = pages;
        this.jobs = jobs;
        this.tags = tags;
        this.searches = searches;
        this.names = names;
        this.words = words;
    }

    /** A choice of a field; what is asked already is chosen. */
    record Choice(String value, String label) {}

    /**
     * A search somebody saved.
     *
     * @param mine whether this reader may remove it
     */
    record Saved(
            String id,
            String name,
            String href,
            boolean shared,
            String owner,
            boolean mine,
            int version) {}

    @GetMapping
    String list(
            SignedIn signedIn,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam Optional<String> after,
            Model model,
            HttpServletResponse response) {
        Actor actor = signedIn.actor();
        ListQuestion question = ListQuestion.asked(given);
        List<ListedRow> rows = List.of();
        Optional<String> next = Optional.empty();
        try {
            SyncPage<ListedApplication> page =
                    search.list(
                            actor,
                            question.applicationFilter(),
                            question.order(),
                            after,
                            Optional.empty(),
                            PageSize.DEFAULT);
            rows = pages.rows(actor, page.items());
            next = page.next();
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            FormFault.show(model, refused, "applications.field.", words);
        }
        model.addAttribute("rows", rows);
        model.addAttribute(
                "next", next.map(cursor -> question.href(Optional.of(cursor))).orElse(null));
        show(actor, question, model);
        return "applications/list";
    }

    @PostMapping("/searches")
    String save(
            SignedIn signedIn,
            @RequestParam MultiValueMap<String, String> given,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean shared,
            RedirectAttributes redirect) {
        ListQuestion question = ListQuestion.asked(given);
        String typed = Typed.text(name);
        if (typed.isEmpty() || typed.length() > LONGEST_NAME) {
            Flash.failed(words.say("flash.search.unnamed")).after(redirect);
        } else {
            searches.save(signedIn.actor(), question.saved(typed, shared));
            Flash.done(words.say("flash.search.saved", typed)).after(redirect);
        }
        return "redirect:" + question.href(Optional.empty());
    }

    @PostMapping("/searches/{id}/removal")
    String remove(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        try {
            searches.remove(
                    signedIn.actor(), new SavedSearchId(id), new Version(Math.max(1, version)));
            Flash.done(words.say("flash.search.removed")).after(redirect);
        } catch (StaleVersion _) {
            Flash.failed(words.say("flash.pipeline.stale")).after(redirect);
        }
        return "redirect:" + ListQuestion.PATH;
    }

    private void show(Actor actor, ListQuestion question, Model model) {
        model.addAttribute("question", question);
        model.addAttribute("trail", List.of(new Crumb("Jobs", "/console/jobs")));
        model.addAttribute(
                "jobs",
                jobs.list(actor, Optional.empty(), Optional.empty(), ALL).items().stream()
                        .map(ListController::choice)
                        .toList());
        model.addAttribute(
                "phases",
                List.of(ApplicationPhase.values()).stream()
                        .map(phase ->
                                new Choice(
                                        phase.wireName(), words.say("phase." + phase.wireName())))
                        .toList());
        model.addAttribute(
                "musts",
                List.of("met", "open", "not-shown").stream()
                        .map(state -> new Choice(state, words.say("flag.must." + state)))
                        .toList());
        model.addAttribute(
                "tags",
                actor.may(Permission.READ_DOSSIERS)
                        ? tags.list(actor, Optional.empty(), ALL).items().stream()
                                .map(tag -> new Choice(tag.id().toString(), tag.name()))
                                .toList()
                        : List.of());
        model.addAttribute(
                "orders",
                List.of(ApplicationOrder.values()).stream()
                        .map(order ->
                                new Choice(
                                        order.wireName(),
                                        words.say("applications.order." + order.wireName())))
                        .toList());
        boolean maySave = actor.may(Permission.SAVE_SEARCHES);
        model.addAttribute("maySave", maySave);
        model.addAttribute("saved", maySave ? saved(actor) : List.of());
    }

    private static Choice choice(JobSummary job) {
        return new Choice(job.id().toString(), job.title());
    }

    private List<Saved> saved(Actor actor) {
        List<SavedSearch> all =
                searches.list(actor, Optional.empty(), ALL).items().stream()
                        .filter(one -> one.content().list() == SearchedList.APPLICATIONS)
                        .toList();
        UnaryOperator<String> signatures =
                names.signatures(actor, all.stream().map(SavedSearch::owner).toList());
        return all.stream()
                .map(one ->
                        new Saved(
                                one.id().toString(),
                                one.content().name(),
                                ListQuestion.of(one.content()).href(Optional.empty()),
                                one.content().shared(),
                                signatures.apply(one.owner()),
                                one.owner().equals(actor.reference())
                                        || actor.may(Permission.EDIT_SHARED_SEARCHES),
                                one.version().value()))
                .toList();
    }
}
