package dev.assay.admin.partners;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormDeeds;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.PartnerTabs;
import dev.assay.admin.shell.Typed;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.boards.BoardConnection;
import dev.assay.hiring.boards.BoardConnections;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.JobSummary;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.partners.FeedAddresses;
import dev.assay.hiring.partners.PartnerFeeds;
import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.partners.PartnerView;
import dev.assay.hiring.partners.Partners;
import dev.assay.hiring.partners.Registered;
import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.webhooks.WebhookEndpoints;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which job boards there are, what each may do here, and how it fetches postings. */
@Controller
@RequestMapping(PartnerController.PATH)
class PartnerController {

    static final String PATH = PartnerTabs.BOARDS;

    private static final String BOARDS = "Job boards";
    private static final String BACK = "redirect:" + PATH;
    private static final int LONGEST_NAME = 200;

    /** Of what is left out, so many are named. */
    private static final int MISSING = 20;

    private final Partners partners;
    private final PartnerFeeds feeds;
    private final FeedAddresses addresses;
    private final WebhookEndpoints endpoints;
    private final BoardConnections connections;
    private final Jobs jobs;
    private final PartnerWords boards;
    private final ConnectionWords pushing;
    private final FormDeeds deeds;
    private final Words words;

    PartnerController(
            Partners partners,
            PartnerFeeds feeds,
            FeedAddresses addresses,
            WebhookEndpoints endpoints,
            BoardConnections connections,
            Jobs jobs,
            PartnerWords boards,
            ConnectionWords pushing,
            FormDeeds deeds,
            Words words) {
        this.partners = partners;
        this.feeds = feeds;
        this.addresses = addresses;
        this.endpoints = endpoints;
        this.connections = connections;
        this.jobs = jobs;
        this.boards = boards;
        this.pushing = pushing;
        this.deeds = deeds;
        this.words = words;
    }

    @GetMapping
    String list(SignedIn signedIn, @RequestParam Optional<String> after, Model model) {
        Actor actor = signedIn.actor();
        Page<PartnerView> page =
                partners.list(
                        actor, after.map(cursor -> PageCursor.parse(cursor, 1)), PageSize.DEFAULT);
        model.addAttribute("partners", page.items().stream().map(boards::row).toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("mayManage", actor.may(Permission.MANAGE_PARTNERS));
        model.addAttribute("tabs", PartnerTabs.of(actor, PATH));
        return "partners/list";
    }

    @GetMapping("/new")
    String form(SignedIn signedIn, Model model) {
        signedIn.actor().require(Permission.MANAGE_PARTNERS);
        return show(model, "");
    }

    /** The secret is on this answer and never again, so it is no page to come back to. */
    @PostMapping
    String register(
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response) {
        Actor actor = signedIn.actor();
        actor.require(Permission.MANAGE_PARTNERS);
        String typed = Typed.text(name);
        if (typed.isEmpty() || typed.length() > LONGEST_NAME) {
            return refused(model, response, name, HttpStatus.UNPROCESSABLE_CONTENT, "no-name");
        }
        try {
            return secret(
                    model, partners.register(actor, partners.prepare(actor, typed), false), true);
        } catch (TryLater away) {
            return refused(model, response, name, HttpStatus.SERVICE_UNAVAILABLE, "away");
        }
    }

    @GetMapping("/{id}")
    String partner(SignedIn signedIn, @PathVariable UUID id, Model model) {
        Actor actor = signedIn.actor();
        PartnerView view = partners.get(actor, new PartnerId(id));
        return show(model, actor, view, GrantForm.of(view.grant()));
    }

    @PostMapping("/{id}/grant")
    String grant(
            SignedIn signedIn,
            @PathVariable UUID id,
            @ModelAttribute GrantForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.MANAGE_PARTNERS);
        PartnerId partner = new PartnerId(id);
        try {
            form.check();
            partners.grant(actor, partner, form.granted(), form.granting(), form.expected());
            Flash.done(words.say("flash.partner.granted")).after(redirect);
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormFault.show(model, refused, "partner.field.", words);
            return show(model, actor, partners.get(actor, partner), form);
        } catch (StaleVersion _) {
            Flash.failed(words.say("partner.stale")).after(redirect);
        }
        return BACK + "/" + id;
    }

    @PostMapping("/{id}/grant/removal")
    String revoke(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        return changed(
                id,
                redirect,
                "flash.partner.revoked",
                () -> partners.revoke(signedIn.actor(), new PartnerId(id), new Version(version)));
    }

    @PostMapping("/{id}")
    String change(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam boolean disabled,
            RedirectAttributes redirect) {
        String typed = Typed.text(name);
        if (typed.isEmpty() || typed.length() > LONGEST_NAME) {
            Flash.failed(words.say("partner.no-name")).after(redirect);
            return BACK + "/" + id;
        }
        return changed(
                id,
                redirect,
                disabled ? "flash.partner.disabled" : "flash.partner.changed",
                () ->
                        partners.change(
                                signedIn.actor(),
                                new PartnerId(id),
                                new Version(version),
                                typed,
                                disabled));
    }

    /**
     * @param hours for how long the former id and secret go on; 0 keeps the id, and ends the secret
     */
    @PostMapping("/{id}/secret")
    String changeSecret(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int hours,
            Model model,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        PartnerId partner = new PartnerId(id);
        try {
            Registered made =
                    hours == 0
                            ? partners.noteNewSecret(actor, partners.changeSecret(actor, partner))
                            : partners.changeOver(
                                    actor,
                                    partners.prepareNext(actor, partner),
                                    Duration.ofHours(hours));
            return secret(model, made, false);
        } catch (StaleVersion _) {
            Flash.failed(words.say("partner.stale")).after(redirect);
        } catch (TryLater away) {
            Flash.failed(words.say("partner.away-secret")).after(redirect);
        }
        return BACK + "/" + id;
    }

    /** What cannot be done is said on the board's page, which shows how things stand now. */
    private String changed(UUID id, RedirectAttributes redirect, String done, Runnable change) {
        try {
            deeds.isDone(redirect, done, "partner.", change);
        } catch (TryLater away) {
            Flash.failed(words.say("partner.away-changed")).after(redirect);
        }
        return BACK + "/" + id;
    }

    private String show(Model model, Actor actor, PartnerView view, GrantForm form) {
        PartnerId id = view.partner().id();
        List<JobSummary> open =
                jobs.list(
                                actor,
                                Optional.of(JobStatus.OPEN),
                                Optional.empty(),
                                new PageSize(PageSize.MAXIMUM))
                        .items();
        model.addAttribute("partner", boards.row(view));
        model.addAttribute("granted", view.grant().isPresent());
        model.addAttribute("form", form);
        model.addAttribute("rights", form.rightChoices());
        model.addAttribute("chosen", form.isOfChosen());
        model.addAttribute("jobs", form.jobChoices(open));
        model.addAttribute("others", form.others(open));
        model.addAttribute("more", open.size() == PageSize.MAXIMUM);
        model.addAttribute(
                "feeds",
                feeds.pulls(actor, id).stream()
                        .map(pull ->
                                boards.line(pull, feeds.leftOut(actor, id, pull.kind(), MISSING)))
                        .toList());
        model.addAttribute(
                "addresses",
                addresses
                        .list(actor, id, Optional.empty(), new PageSize(PageSize.MAXIMUM))
                        .map(boards::row)
                        .items());
        model.addAttribute("kinds", FeedKind.values());
        List<BoardConnection> connected = connections.list(actor, id);
        model.addAttribute("connections", connected.stream().map(pushing::row).toList());
        model.addAttribute("connectable", pushing.others(connected));
        model.addAttribute("endpoints", endpointsOf(actor, id));
        model.addAttribute("mayManage", actor.may(Permission.MANAGE_PARTNERS));
        model.addAttribute("trail", trail());
        return "partners/partner";
    }

    /** A link to each endpoint that the board has here, for those who may look into them. */
    private List<Crumb> endpointsOf(Actor actor, PartnerId id) {
        return actor.may(Permission.READ_WEBHOOKS)
                ? endpoints
                        .list(actor, Optional.empty(), new PageSize(PageSize.MAXIMUM))
                        .items()
                        .stream()
                        .filter(endpoint -> endpoint.partner().equals(Optional.of(id.value())))
                        .map(endpoint ->
                                new Crumb(
                                        endpoint.content().url(),
                                        PartnerTabs.WEBHOOKS + "/" + endpoint.id()))
                        .toList()
                : List.of();
    }

    private String secret(Model model, Registered made, boolean first) {
        model.addAttribute("partner", boards.row(made.view()));
        model.addAttribute("secret", made.secret());
        model.addAttribute("first", first);
        model.addAttribute("trail", trail());
        return "partners/secret";
    }

    private String refused(
            Model model, HttpServletResponse response, String name, HttpStatus status, String why) {
        response.setStatus(status.value());
        FormFault.show(model, "name", words.say("partner." + why));
        return show(model, name);
    }

    private static String show(Model model, String name) {
        model.addAttribute("name", name);
        model.addAttribute("trail", trail());
        return "partners/form";
    }

    private static List<Crumb> trail() {
        return List.of(new Crumb(BOARDS, PATH));
    }
}
