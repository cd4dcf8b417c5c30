package dev.assay.admin.trust;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.UnregisteredIssuer;
import dev.assay.hiring.issuers.Issuer;
import dev.assay.hiring.issuers.IssuerContent;
import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.issuers.IssuerTier;
import dev.assay.hiring.issuers.Issuers;
import dev.assay.hiring.issuers.StarterIssuers;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** The registry of issuers: whose word counts here, and how much. */
@Controller
@RequestMapping("/console/trust")
class TrustController {

    private static final String FORM = "trust/form";

    private final Issuers issuers;
    private final StarterIssuers starters;
    private final Credentials credentials;
    private final TierWords tiers;
    private final Words words;
    private final Moments moments;

    TrustController(
            Issuers issuers,
            StarterIssuers starters,
            Credentials credentials,
            TierWords tiers,
            Words words,
            Moments moments) {
        this.issuers = issuers;
        this.starters = starters;
        this.credentials = credentials;
        this.tiers = tiers;
        this.words = words;
        this.moments = moments;
    }

    @GetMapping
    String list(SignedIn signedIn, @RequestParam Optional<String> after, Model model) {
        Actor actor = signedIn.actor();
        Page<Issuer> page =
                issuers.list(
                        actor, after.map(cursor -> PageCursor.parse(cursor, 2)), PageSize.DEFAULT);
        model.addAttribute("issuers", page.items().stream().map(this::row).toList());
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute(
                "waiting",
                after.isPresent()
                        ? List.of()
                        : credentials.unregisteredIssuers(actor).stream()
                                .map(this::unregistered)
                                .toList());
        model.addAttribute(
                "starters",
                starters.list(actor).stream()
                        .filter(suggestion -> suggestion.entry().isEmpty())
                        .map(StarterIssuers.Suggestion::starter)
                        .toList());
        model.addAttribute("tiers", tiers.choices());
        model.addAttribute("mayEdit", actor.may(Permission.EDIT_ISSUERS));
        return "trust/issuers";
    }

    @GetMapping("/new")
    String form(
            SignedIn signedIn,
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam Optional<UUID> from,
            @RequestParam Optional<String> starter,
            Model model) {
        signedIn.actor().require(Permission.EDIT_ISSUERS);
        IssuerForm form =
                starter.flatMap(starters::find)
                        .map(IssuerForm::adopting)
                        .orElseGet(() -> IssuerForm.empty(id, name, from.orElse(null)));
        return show(model, form, null);
    }

    @PostMapping
    String register(
            SignedIn signedIn,
            @ModelAttribute IssuerForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        signedIn.actor().require(Permission.EDIT_ISSUERS);
        try {
            Issuer issuer = issuers.register(signedIn.actor(), form.content());
            return saved("flash.issuer.registered", issuer, form, redirect);
        } catch (InvalidInput | Conflict refused) {
            return refused(model, response, form, null, refused);
        }
    }

    @GetMapping("/{id}")
    String entry(SignedIn signedIn, @PathVariable UUID id, Model model) {
        signedIn.actor().require(Permission.EDIT_ISSUERS);
        Issuer issuer = issuers.get(signedIn.actor(), new IssuerId(id));
        return show(model, IssuerForm.of(issuer), issuer);
    }

    @PostMapping("/{id}")
    String change(
            SignedIn signedIn,
            @PathVariable UUID id,
            @ModelAttribute IssuerForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_ISSUERS);
        Issuer before = issuers.get(actor, new IssuerId(id));
        try {
            Issuer after =
                    issuers.change(
                            actor, before.id(), form.expected(), form.changing(before.content()));
            return saved("flash.issuer.changed", after, form, redirect);
        } catch (InvalidInput | Conflict refused) {
            return refused(model, response, form, before, refused);
        } catch (StaleVersion _) {
            response.setStatus(HttpStatus.CONFLICT.value());
            Issuer theirs = issuers.get(actor, before.id());
            model.addAttribute("theirs", row(theirs));
            return show(model, form.onto(theirs), theirs);
        }
    }

    @PostMapping("/{id}/tier")
    String tier(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam String tier,
            @RequestParam int version,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.EDIT_ISSUERS);
        Issuer before = issuers.get(actor, new IssuerId(id));
        IssuerForm form = IssuerForm.of(before).withTier(tier);
        IssuerContent content = form.changing(before.content());
        Issuer after = issuers.change(actor, before.id(), new Version(version), content);
        return saved("flash.issuer.tier", after, form, redirect);
    }

    private String saved(String key, Issuer issuer, IssuerForm form, RedirectAttributes redirect) {
        String tier = tiers.word(issuer.content().tier());
        Flash.done(words.say(key, issuer.content().name(), tier)).after(redirect);
        UUID from = form.from();
        return from == null ? "redirect:/console/trust" : "redirect:/console/applications/" + from;
    }

    private String refused(
            Model model,
            HttpServletResponse response,
            IssuerForm form,
            @Nullable Issuer changed,
            RuntimeException refusal) {
        List<InvalidInput.Fault> faults =
                refusal instanceof InvalidInput invalid
                        ? invalid.faults()
                        : List.of(new InvalidInput.Fault("/ids", words.say("issuer.taken")));
        HttpStatus status =
                refusal instanceof InvalidInput
                        ? HttpStatus.UNPROCESSABLE_CONTENT
                        : HttpStatus.CONFLICT;
        response.setStatus(status.value());
        model.addAttribute(
                "faults", faults.stream().map(fault -> FieldFault.of(fault, form, words)).toList());
        return show(model, form, changed);
    }

    private String show(Model model, IssuerForm form, @Nullable Issuer changed) {
        model.addAttribute("form", form);
        model.addAttribute("tiers", tiers.choices());
        model.addAttribute("trail", List.of(new Crumb("Trust", "/console/trust")));
        model.addAttribute("changed", changed == null ? null : row(changed));
        return FORM;
    }

    private IssuerRow row(Issuer issuer) {
        IssuerContent content = issuer.content();
        IssuerTier tier = content.tier();
        return new IssuerRow(
                issuer.id().toString(),
                content.name(),
                content.ids(),
                tier.wireName(),
                tiers.badge(tier),
                content.group(),
                content.note(),
                moments.of(issuer.updatedAt()),
                String.valueOf(issuer.version().value()));
    }

    private UnregisteredRow unregistered(UnregisteredIssuer issuer) {
        return UnregisteredRow.of(issuer, words.say("issuer.unnamed"));
    }
}
