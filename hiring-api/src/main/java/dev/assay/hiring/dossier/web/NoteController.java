package dev.assay.hiring.dossier.web;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.dossier.Note;
import dev.assay.hiring.dossier.NoteId;
import dev.assay.hiring.dossier.Notes;
import dev.assay.hiring.dossier.Owner;
import dev.assay.hiring.dossier.Owners;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class NoteController {

    private static final int BODY_LIMIT = 64 * 1024;

    private final Notes notes;
    private final Owners owners;
    private final RequestJson json;

    NoteController(Notes notes, Owners owners, RequestJson json) {
        this.notes = notes;
        this.owners = owners;
        this.json = json;
    }

    @GetMapping("/v1/applications/{id}/notes")
    @Allowed(Permission.READ_DOSSIERS)
    ResponseEntity<PageResponse<NoteResponse>> ofApplication(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                notes.of(actor, new ApplicationId(id), cursor(after), new PageSize(limit)),
                NoteResponse::of);
    }

    @GetMapping("/v1/candidates/{id}/notes")
    @Allowed(Permission.READ_DOSSIERS)
    ResponseEntity<PageResponse<NoteResponse>> ofCandidate(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                notes.of(actor, new CandidateId(id), cursor(after), new PageSize(limit)),
                NoteResponse::of);
    }

    @PostMapping(path = "/v1/applications/{id}/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_DOSSIERS)
    Deed<NoteResponse> writeAtApplication(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        return write(actor, owners.of(actor, new ApplicationId(id)), body);
    }

    @PostMapping(path = "/v1/candidates/{id}/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_DOSSIERS)
    Deed<NoteResponse> writeAboutCandidate(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        return write(actor, owners.of(actor, new CandidateId(id)), body);
    }

    @DeleteMapping("/v1/notes/{id}")
    @Allowed(Permission.EDIT_DOSSIERS)
    ResponseEntity<Void> withdraw(Actor actor, @PathVariable UUID id) {
        notes.withdraw(actor, new NoteId(id));
        return ResponseEntity.noContent().build();
    }

    private Deed<NoteResponse> write(Actor actor, Owner about, InputStream body)
            throws IOException {
        NoteRequest request = json.read(body, BODY_LIMIT, NoteRequest.class);
        return Deed.about(
                () -> notes.write(actor, about, request.text()),
                note -> note.about().candidate().person(),
                note -> ResponseEntity.status(HttpStatus.CREATED).body(NoteResponse.of(note)));
    }

    private static Optional<PageCursor> cursor(Optional<String> after) {
        return after.map(text -> PageCursor.parse(text, 1));
    }

    record NoteRequest(@NotBlank @Size(max = 10_000) String text) {}

    record NoteResponse(
            UUID id,
            UUID candidateId,
            @Nullable UUID applicationId,
            @Nullable String text,
            String writtenBy,
            Instant writtenAt,
            @Nullable Instant withdrawnAt) {

        static NoteResponse of(Note note) {
            return new NoteResponse(
                    note.id().value(),
                    note.about().candidate().value(),
                    note.about().application().map(ApplicationId::value).orElse(null),
                    note.text().orElse(null),
                    note.writtenBy(),
                    note.writtenAt(),
                    note.withdrawnAt().orElse(null));
        }
    }
}
