package dev.assay.admin.disputes;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Tab;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.candidates.ProfileCorrection;
import dev.assay.hiring.disputes.Dispute;
import dev.assay.hiring.disputes.DisputeFilter;
import dev.assay.hiring.disputes.DisputeId;
import dev.assay.hiring.disputes.DisputeKind;
import dev.assay.hiring.disputes.DisputeOutcome;
import dev.assay.hiring.disputes.DisputeState;
import dev.assay.hiring.disputes.Disputes;
import dev.assay.hiring.disputes.Resolution;
import dev.assay.hiring.evidence.RecordedEvidenceId;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import jakarta.servlet.http.HttpServletResponse;
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

/** What candidates say is wrong: a list by urgency, and a page to answer each. */
@Controller
@RequestMapping(DisputeController.PATH)
class DisputeController {

    static final String PATH = "/console/disputes";

    private static final int LONGEST_ANSWER = 4_000;

    private final Disputes disputes;
    private final DisputePages pages;
    private final Words words;

    DisputeController(Disputes disputes, DisputePages pages, Words words) {
        this.disputes = disputes;
        this.pages = pages;
        this.words = words;
    }

    @GetMapping
    String list(
            SignedIn signedIn,
            @RequestParam(defaultValue = "false") boolean answered,
            @RequestParam Optional<UUID> application,
            @RequestParam Optional<String> after,
            Model model) {
        Actor actor = signedIn.actor();
        Page<Dispute> page =
                disputes.list(
                        actor,
                        new DisputeFilter(
                                Optional.of(answered ? DisputeState.RESOLVED : DisputeState.OPEN),
                                false,
                                application.map(ApplicationId::new)),
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        PageSize.DEFAULT);
        model.addAttribute("disputes", pages.rows(actor, page.items()));
        model.addAttribute("next", page.next().map(PageCursor::encoded).orElse(null));
        model.addAttribute("answered", answered);
        model.addAttribute(
                "tabs",
                List.of(
                        new Tab(words.say("disputes.open"), PATH, !answered),
                        new Tab(
                                words.say("disputes.answered"),
                                PATH + "?answered=true",
                                answered)));
        return "disputes/list";
    }

    @GetMapping("/{id}")
    String show(SignedIn signedIn, @PathVariable UUID id, Model model) {
        return show(signedIn.actor(), new DisputeId(id), AnswerForm.EMPTY, model);
    }

    @PostMapping("/{id}")
    String answer(
            SignedIn signedIn,
            @PathVariable UUID id,
            @ModelAttribute AnswerForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        var dispute = new DisputeId(id);
        Optional<DisputeOutcome> outcome =
                Optional.ofNullable(form.outcome()).flatMap(DisputeOutcome::ofWireName);
        String answer = form.answer() == null ? "" : form.answer().strip();
        if (outcome.isEmpty() || answer.isEmpty() || answer.length() > LONGEST_ANSWER) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return refused(
                    actor,
                    dispute,
                    form,
                    new FormFault("answer", words.say("disputes.incomplete")),
                    model);
        }
        try {
            disputes.resolve(
                    actor,
                    dispute,
                    Optional.empty(),
                    resolution(actor, dispute, outcome.get(), answer, form));
            Flash.done(words.say("flash.dispute.answered")).after(redirect);
        } catch (Conflict refused) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return refused(actor, dispute, form, fault(refused), model);
        }
        return "redirect:" + PATH + "/" + id;
    }

    private FormFault fault(Conflict refused) {
        return new FormFault(
                "answer",
                refused.code().equals("dispute-closed")
                        ? words.say("disputes.refused.dispute-closed")
                        : String.valueOf(refused.getMessage()));
    }

    /** What was typed is still there. */
    private String refused(
            Actor actor, DisputeId id, AnswerForm form, FormFault fault, Model model) {
        model.addAttribute(FormFault.ATTRIBUTE, List.of(fault));
        return show(actor, id, form, model);
    }

    private String show(Actor actor, DisputeId id, AnswerForm form, Model model) {
        model.addAttribute("page", pages.page(actor, id));
        model.addAttribute("form", form);
        model.addAttribute("trail", List.of(new Crumb(words.say("disputes.title"), PATH)));
        return "disputes/dispute";
    }

    /** What the form puts right counts only where the dispute is about it, and upheld. */
    private Resolution resolution(
            Actor actor, DisputeId id, DisputeOutcome outcome, String answer, AnswerForm form) {
        Dispute dispute = disputes.get(actor, id).dispute();
        boolean upheld = outcome != DisputeOutcome.NOT_UPHELD;
        return new Resolution(
                outcome,
                answer,
                upheld && dispute.kind() == DisputeKind.PROFILE
                        ? form.profile()
                        : Optional.<ProfileCorrection>empty(),
                upheld && dispute.kind() == DisputeKind.EVIDENCE && form.takenBack()
                        ? dispute.of().stream().map(RecordedEvidenceId::new).toList()
                        : List.of());
    }
}
