package dev.assay.admin.interviews;

import dev.assay.admin.applications.ApplicationHeads;
import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.interviews.Interview;
import dev.assay.hiring.interviews.InterviewId;
import dev.assay.hiring.interviews.Interviews;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When an applicant is interviewed: times are proposed, one is taken, or it is called off. */
@Controller
@RequestMapping(InterviewController.PATH)
class InterviewController {

    static final String PATH = "/console/applications/{id}/interviews";

    private final InterviewPages pages;
    private final Interviews interviews;
    private final Words words;

    InterviewController(InterviewPages pages, Interviews interviews, Words words) {
        this.pages = pages;
        this.interviews = interviews;
        this.words = words;
    }

    @GetMapping
    String show(SignedIn signedIn, @PathVariable UUID id, Model model) {
        return show(signedIn.actor(), id, ProposalForm.typed(Map.of()), model);
    }

    @PostMapping
    String propose(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        actor.require(Permission.SCHEDULE_INTERVIEWS);
        ProposalForm form = ProposalForm.typed(typed);
        try {
            interviews.propose(actor, new ApplicationId(id), form.proposal());
            Flash.done(words.say("flash.interview.proposed")).after(redirect);
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormFault.show(model, refused, "interview.field.", words);
            return show(actor, id, form, model);
        } catch (Conflict refused) {
            Flash.failed(String.valueOf(refused.getMessage())).after(redirect);
        }
        return back(id);
    }

    @PostMapping("/{interview}/booking")
    String book(
            SignedIn signedIn,
            @PathVariable UUID id,
            @PathVariable UUID interview,
            @RequestParam String start,
            RedirectAttributes redirect) {
        return settled(
                redirect,
                id,
                "flash.interview.booked",
                () ->
                        interviews.book(
                                signedIn.actor(),
                                interview(signedIn.actor(), id, interview).id(),
                                instant(start)));
    }

    @PostMapping("/{interview}/cancellation")
    String cancel(
            SignedIn signedIn,
            @PathVariable UUID id,
            @PathVariable UUID interview,
            RedirectAttributes redirect) {
        return settled(
                redirect,
                id,
                "flash.interview.cancelled",
                () ->
                        interviews.cancel(
                                signedIn.actor(), interview(signedIn.actor(), id, interview).id()));
    }

    @GetMapping("/{interview}/calendar")
    ResponseEntity<byte[]> calendar(
            SignedIn signedIn, @PathVariable UUID id, @PathVariable UUID interview) {
        Interview found = interview(signedIn.actor(), id, interview);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("interview.ics")
                                .build()
                                .toString())
                .body(
                        interviews
                                .calendar(signedIn.actor(), found.id())
                                .getBytes(StandardCharsets.UTF_8));
    }

    /** Who comes too late is told so, on the page that shows how things stand now. */
    private String settled(RedirectAttributes redirect, UUID id, String flash, Runnable change) {
        try {
            change.run();
            Flash.done(words.say(flash)).after(redirect);
        } catch (Conflict late) {
            Flash.failed(String.valueOf(late.getMessage())).after(redirect);
        }
        return back(id);
    }

    private Interview interview(Actor actor, UUID application, UUID id) {
        Interview interview = interviews.get(actor, new InterviewId(id));
        if (!interview.application().equals(new ApplicationId(application))) {
            throw new NotFound("interview");
        }
        return interview;
    }

    private static Instant instant(String start) {
        try {
            return Instant.parse(start);
        } catch (DateTimeParseException unreadable) {
            throw new InvalidInput("/start", "must be an instant");
        }
    }

    private String show(Actor actor, UUID id, ProposalForm form, Model model) {
        model.addAttribute("page", pages.page(actor, new ApplicationId(id)));
        model.addAttribute("form", form);
        model.addAttribute("zones", ProposalForm.ZONES);
        return "interviews/page";
    }

    static String back(UUID id) {
        return "redirect:" + ApplicationHeads.path(id.toString()) + "/interviews";
    }
}
