package dev.assay.admin.applications;

import dev.assay.admin.shell.Flash;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Typed;
import dev.assay.admin.shell.Words;
import dev.assay.admin.signin.SignedIn;
import dev.assay.hiring.dossier.Assignments;
import dev.assay.hiring.dossier.Attachment;
import dev.assay.hiring.dossier.AttachmentId;
import dev.assay.hiring.dossier.Attachments;
import dev.assay.hiring.dossier.ConsentId;
import dev.assay.hiring.dossier.Consents;
import dev.assay.hiring.dossier.NewAttachment;
import dev.assay.hiring.dossier.NoteId;
import dev.assay.hiring.dossier.Notes;
import dev.assay.hiring.dossier.Owner;
import dev.assay.hiring.dossier.Owners;
import dev.assay.hiring.dossier.Tag;
import dev.assay.hiring.dossier.Tags;
import dev.assay.hiring.members.MemberId;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.Fingerprint;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What is kept about an applicant beside their evidence: notes, tags, files, who looks after it.
 */
@Controller
@RequestMapping("/console/applications/{id}/dossier")
class DossierController {

    private static final int LONGEST_NOTE = 10_000;

    private final DossierPages pages;
    private final Owners owners;
    private final Notes notes;
    private final Tags tags;
    private final Attachments attachments;
    private final Assignments assignments;
    private final Consents consents;
    private final Words words;

    DossierController(
            DossierPages pages,
            Owners owners,
            Notes notes,
            Tags tags,
            Attachments attachments,
            Assignments assignments,
            Consents consents,
            Words words) {
        this.pages = pages;
        this.owners = owners;
        this.notes = notes;
        this.tags = tags;
        this.attachments = attachments;
        this.assignments = assignments;
        this.consents = consents;
        this.words = words;
    }

    @GetMapping
    String show(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            Model model) {
        return show(
                signedIn.actor(), id, after.map(cursor -> PageCursor.parse(cursor, 1)), "", model);
    }

    @PostMapping("/notes")
    String write(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        String note = Typed.text(text);
        return done(
                actor,
                id,
                note,
                model,
                response,
                redirect,
                "flash.note.written",
                () -> {
                    if (note.isEmpty() || note.length() > LONGEST_NOTE) {
                        throw new InvalidInput("/text", "must have 1 to 10,000 characters");
                    }
                    notes.write(actor, owners.of(actor, new ApplicationId(id)), note);
                });
    }

    @PostMapping("/notes/{note}/withdrawal")
    String takeBack(
            SignedIn signedIn,
            @PathVariable UUID id,
            @PathVariable UUID note,
            RedirectAttributes redirect) {
        notes.withdraw(signedIn.actor(), new NoteId(note));
        Flash.done(words.say("flash.note.withdrawn")).after(redirect);
        return back(id);
    }

    @PostMapping("/tags")
    String tag(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String remove,
            @RequestParam Fingerprint seen,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        return done(
                actor,
                id,
                "",
                model,
                response,
                redirect,
                "flash.tags.set",
                () -> {
                    Owner owner = owners.of(actor, new ApplicationId(id));
                    Stream<String> kept =
                            tags.of(actor, owner).stream()
                                    .map(Tag::name)
                                    .filter(name -> !name.equals(remove));
                    tags.set(
                            actor,
                            owner,
                            seen,
                            Stream.concat(kept, Stream.of(tag).filter(name -> !name.isEmpty()))
                                    .distinct()
                                    .toList());
                });
    }

    @PostMapping("/files")
    String add(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect)
            throws IOException {
        Actor actor = signedIn.actor();
        byte[] content = file == null ? new byte[0] : file.getBytes();
        String name =
                file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return done(
                actor,
                id,
                "",
                model,
                response,
                redirect,
                "flash.file.added",
                () -> {
                    if (content.length > NewAttachment.MAXIMUM_BYTES) {
                        throw new InvalidInput("/file", "is larger than 5 MiB");
                    }
                    NewAttachment handedIn = NewAttachment.of(name, content, "/file");
                    attachments.add(actor, owners.of(actor, new ApplicationId(id)), handedIn);
                });
    }

    /** Never shown in place: what a stranger sent does not run under our name. */
    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> download(
            SignedIn signedIn, @PathVariable UUID id, @PathVariable UUID file) {
        Attachment attachment = attachment(signedIn.actor(), id, file);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(attachments.content(signedIn.actor(), attachment));
    }

    @PostMapping("/files/{file}/removal")
    String remove(
            SignedIn signedIn,
            @PathVariable UUID id,
            @PathVariable UUID file,
            RedirectAttributes redirect) {
        attachments.remove(signedIn.actor(), attachment(signedIn.actor(), id, file).id());
        Flash.done(words.say("flash.file.removed")).after(redirect);
        return back(id);
    }

    @PostMapping("/keeper")
    String assign(
            SignedIn signedIn,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> memberId,
            @RequestParam Fingerprint seen,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        Actor actor = signedIn.actor();
        var application = new ApplicationId(id);
        return done(
                actor,
                id,
                "",
                model,
                response,
                redirect,
                "flash.keeper.set",
                () ->
                        memberId.map(MemberId::new)
                                .ifPresentOrElse(
                                        member ->
                                                assignments.assign(
                                                        actor, application, seen, member),
                                        () -> assignments.unassign(actor, application, seen)));
    }

    @PostMapping("/consents/{consent}/withdrawal")
    String withdraw(
            SignedIn signedIn,
            @PathVariable UUID id,
            @PathVariable UUID consent,
            RedirectAttributes redirect) {
        consents.withdraw(signedIn.actor(), new ConsentId(consent));
        Flash.done(words.say("flash.consent.withdrawn")).after(redirect);
        return back(id);
    }

    /** What cannot be taken is said at its field, with what was typed still there. */
    private String done(
            Actor actor,
            UUID id,
            String typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            String flash,
            Runnable change) {
        actor.require(Permission.EDIT_DOSSIERS);
        try {
            change.run();
            Flash.done(words.say(flash)).after(redirect);
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            FormFault.show(model, refused, "dossier.field.", words);
            return show(actor, id, Optional.empty(), typed, model);
        } catch (StaleVersion _) {
            Flash.failed(words.say("flash.pipeline.stale")).after(redirect);
        } catch (Conflict refused) {
            Flash.failed(String.valueOf(refused.getMessage())).after(redirect);
        }
        return back(id);
    }

    private String show(
            Actor actor, UUID id, Optional<PageCursor> after, String typed, Model model) {
        model.addAttribute("page", pages.page(actor, new ApplicationId(id), after, typed));
        return "applications/dossier";
    }

    private Attachment attachment(Actor actor, UUID id, UUID file) {
        Attachment attachment = attachments.get(actor, new AttachmentId(file));
        if (!attachment.about().application().equals(Optional.of(new ApplicationId(id)))) {
            throw new NotFound("attachment");
        }
        return attachment;
    }

    private static String back(UUID id) {
        return "redirect:" + ApplicationHeads.path(id.toString()) + "/dossier";
    }
}
