package dev.assay.admin.webhooks;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormDeeds;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.PartnerTabs;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.partners.Partners;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.webhooks.Attempt;
import dev.assay.hiring.webhooks.Delivery;
import dev.assay.hiring.webhooks.DeliveryState;
import dev.assay.hiring.webhooks.Endpoint;
import dev.assay.hiring.webhooks.EndpointContent;
import dev.assay.hiring.webhooks.EndpointId;
import dev.assay.hiring.webhooks.NewSecret;
import dev.assay.hiring.webhooks.Replay;
import dev.assay.hiring.webhooks.WebhookDeliveries;
import dev.assay.hiring.webhooks.WebhookEndpoints;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Who is told what happens, how that goes, and telling it once more. */
@Controller
@RequestMapping(WebhookController.PATH)
class WebhookController {

    static final String PATH = PartnerTabs.WEBHOOKS;

    private static final String WEBHOOKS = "Webhooks";
    private static final String BACK = "redirect:" + PATH;
    private static final String REFUSALS = "webhook.";
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final Partners partners;
    private final WebhookWords webhooks;
    private final FormDeeds deeds;
    private final Words words;

    WebhookController(
            WebhookEndpoints endpoints,
            WebhookDeliveries deliveries,
            Partners partners,
            WebhookWords webhooks,
            FormDeeds deeds,
            Words words) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.partners = partners;
        this.webhooks = webhooks;
        this.deeds = deeds;
        this.words = words;
    }

    @GetMapping
    String list(SignedIn signedIn, @RequestParam Optional<String> after, Model model) {
        Actor actor = signedIn.actor();
        Page<Endpoint> page =
                endpoints.list(
                        actor, after.map(cursor -> PageCursor.parse(cursor, 1)), PageSize.DEFAULT);
        Map<UUID, String> boards = boards(actor);
        model.addAttribute(
                "endpoints", page.items().stream().map(one -> webhooks.row(one, boards)).toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("mayManage", actor.may(Permission.MANAGE_WEBHOOKS));
        model.addAttribute("tabs", PartnerTabs.of(actor, PATH));
        return "webhooks/list";
    }

    @GetMapping("/new")
    String form(SignedIn signedIn, Model model) {
        signedIn.actor().require(Permission.MANAGE_WEBHOOKS);
        return show(model, EndpointForm.empty());
    }

    /** The secret is on this answer and never again, so it is no page to come back to. */
    @PostMapping
    String add(
            SignedIn signedIn,
            @ModelAttribute EndpointForm form,
            Model model,
            HttpServletResponse response) {
        Actor actor = signedIn.actor();
        actor.require(Permission.MANAGE_WEBHOOKS);
        try {
            return secret(model, endpoints.add(actor, sound(actor, form)));
        } catch (InvalidInput refused) {
            return refused(model, response, form, refused);
        } catch (Conflict full) {
            response.setStatus(HttpStatus.CONFLICT.value());
            FormFault.show(model, "url", words.say(REFUSALS + full.code()));
            return show(model, form);
        }
    }

    @GetMapping("/{id}/edit")
    String edit(SignedIn signedIn, @PathVariable UUID id, Model model) {
        Actor actor = signedIn.actor();
        actor.require(Permission.MANAGE_WEBHOOKS);
        return change(model, actor, id, EndpointForm.of(endpoints.get(actor, new EndpointId(id))));
    }

    @PostMapping("/{id}")
    String save(
            SignedIn signedIn,
            @PathVariable UUID id,
            @ModelAttribute EndpointForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.MANAGE_WEBHOOKS);
        EndpointId endpoint = new EndpointId(id);
        try {
            endpoints.change(actor, endpoint, form.expected(), sound(actor, form));
            Flash.done(words.say("flash.webhook.changed")).after(redirect);
            return BACK + "/" + id;
        } catch (InvalidInput refused) {
            refused(model, response, form, refused);
            return change(model, actor, id, form);
        } catch (StaleVersion _) {
            Endpoint theirs = endpoints.get(actor, endpoint);
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("theirs", EndpointForm.of(theirs));
            return change(model, actor, id, form.over(theirs.version()));
        }
    }

    @GetMapping("/{id}")
    String endpoint(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> after,
            Model model) {
        Actor actor = signedIn.actor();
        EndpointId endpoint = new EndpointId(id);
        Page<Delivery> log =
                deliveries.list(
                        actor,
                        endpoint,
                        state.filter(one -> !one.isEmpty()).map(DeliveryState::ofWireName),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        PageSize.DEFAULT);
        about(model, actor, endpoint);
        model.addAttribute("state", state.orElse(""));
        model.addAttribute("deliveries", log.items().stream().map(webhooks::row).toList());
        model.addAttribute("next", log.next().map(PageCursor::encoded).orElse(null));
        return "webhooks/endpoint";
    }

    @GetMapping("/{id}/attempts")
    String attempts(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            Model model) {
        Actor actor = signedIn.actor();
        EndpointId endpoint = new EndpointId(id);
        Page<Attempt> log =
                deliveries.attempts(
                        actor,
                        endpoint,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        PageSize.DEFAULT);
        about(model, actor, endpoint);
        model.addAttribute("attempts", log.items().stream().map(webhooks::row).toList());
        model.addAttribute("next", log.next().map(PageCursor::encoded).orElse(null));
        return "webhooks/attempts";
    }

    @PostMapping("/{id}/enabled")
    String enable(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam boolean enabled,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        Endpoint before = endpoints.get(actor, new EndpointId(id));
        deeds.isDone(
                redirect,
                enabled ? "flash.webhook.enabled" : "flash.webhook.disabled",
                REFUSALS,
                () ->
                        endpoints.change(
                                actor,
                                before.id(),
                                new Version(version),
                                before.content().enabled(enabled)));
        return BACK + "/" + id;
    }

    @PostMapping("/{id}/secret")
    String changeSecret(SignedIn signedIn, @PathVariable UUID id, Model model) {
        return secret(model, endpoints.changeSecret(signedIn.actor(), new EndpointId(id), OVERLAP));
    }

    @PostMapping("/{id}/ping")
    String ping(SignedIn signedIn, @PathVariable UUID id, RedirectAttributes redirect) {
        EndpointId endpoint = new EndpointId(id);
        var attempt =
                endpoints.notePing(
                        signedIn.actor(), endpoint, endpoints.ping(signedIn.actor(), endpoint));
        String said = webhooks.pinged(attempt);
        (attempt.isTaken() ? Flash.done(said) : Flash.failed(said)).after(redirect);
        return BACK + "/" + id;
    }

    @PostMapping("/{id}/replays")
    String replay(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> event,
            @RequestParam Optional<Long> from,
            @RequestParam Optional<Long> to,
            RedirectAttributes redirect) {
        Optional<Long> first = from.or(() -> to);
        Replay replay =
                event.<Replay>map(Replay.OfEvent::new)
                        .or(() ->
                                first.map(number -> new Replay.OfRange(number, to.orElse(number))))
                        .orElseGet(Replay.OfFailed::new);
        try {
            int queued = deliveries.replay(signedIn.actor(), new EndpointId(id), replay);
            Flash.done(words.say("flash.webhook.replayed", queued)).after(redirect);
        } catch (InvalidInput refused) {
            Flash.failed(words.say("webhook.replay.refused")).after(redirect);
        }
        return BACK + "/" + id;
    }

    @PostMapping("/{id}/remove")
    String remove(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam int version,
            RedirectAttributes redirect) {
        EndpointId endpoint = new EndpointId(id);
        boolean gone =
                deeds.isDone(
                        redirect,
                        "flash.webhook.removed",
                        REFUSALS,
                        () -> endpoints.remove(signedIn.actor(), endpoint, new Version(version)));
        return gone ? BACK : BACK + "/" + id;
    }

    private EndpointContent sound(Actor actor, EndpointForm form) {
        EndpointContent content = form.content();
        endpoints.requireSound(actor, content.url());
        return content;
    }

    private String secret(Model model, NewSecret made) {
        model.addAttribute("endpoint", webhooks.row(made.endpoint(), Map.of()));
        model.addAttribute("secret", made.secret());
        model.addAttribute("trail", trail());
        return "webhooks/secret";
    }

    private void about(Model model, Actor actor, EndpointId endpoint) {
        model.addAttribute("endpoint", webhooks.row(endpoints.get(actor, endpoint), boards(actor)));
        model.addAttribute("mayManage", actor.may(Permission.MANAGE_WEBHOOKS));
        model.addAttribute("trail", trail());
    }

    private Map<UUID, String> boards(Actor actor) {
        return partners
                .list(actor, Optional.empty(), new PageSize(PageSize.MAXIMUM))
                .items()
                .stream()
                .collect(
                        Collectors.toMap(
                                view -> view.partner().id().value(),
                                view -> view.partner().name()));
    }

    private String refused(
            Model model, HttpServletResponse response, EndpointForm form, InvalidInput refused) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        FormFault.show(model, refused, "webhook.field.", words);
        return show(model, form);
    }

    private String change(Model model, Actor actor, UUID id, EndpointForm form) {
        model.addAttribute(
                "changed", webhooks.row(endpoints.get(actor, new EndpointId(id)), Map.of()));
        return show(model, form);
    }

    private static String show(Model model, EndpointForm form) {
        model.addAttribute("form", form);
        model.addAttribute("trail", trail());
        return "webhooks/form";
    }

    private static List<Crumb> trail() {
        return List.of(new Crumb(WEBHOOKS, PATH));
    }
}
