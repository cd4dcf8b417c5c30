package dev.assay.hiring.dossier.web;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.dossier.Attachment;
import dev.assay.hiring.dossier.AttachmentId;
import dev.assay.hiring.dossier.AttachmentRequest;
import dev.assay.hiring.dossier.Attachments;
import dev.assay.hiring.dossier.NewAttachment;
import dev.assay.hiring.dossier.Owner;
import dev.assay.hiring.dossier.Owners;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AttachmentController {

    /** The largest file in base 64, and its name. */
    private static final int BODY_LIMIT = NewAttachment.MAXIMUM_BYTES / 3 * 4 + 64 * 1024;

    private final Attachments attachments;
    private final Owners owners;
    private final RequestJson json;

    AttachmentController(Attachments attachments, Owners owners, RequestJson json) {
        this.attachments = attachments;
        this.owners = owners;
        this.json = json;
    }

    /** There are few, so the one page is the whole of them. */
    @GetMapping("/v1/applications/{id}/attachments")
    @Allowed(Permission.READ_DOSSIERS)
    PageResponse<AttachmentResponse> ofApplication(Actor actor, @PathVariable UUID id) {
        return page(attachments.of(actor, new ApplicationId(id)));
    }

    @GetMapping("/v1/candidates/{id}/attachments")
    @Allowed(Permission.READ_DOSSIERS)
    PageResponse<AttachmentResponse> ofCandidate(Actor actor, @PathVariable UUID id) {
        return page(attachments.of(actor, new CandidateId(id)));
    }

    @PostMapping(
            path = "/v1/applications/{id}/attachments",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.SUBMIT_APPLICATIONS)
    Deed<AttachmentResponse> addToApplication(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        return add(actor, owners.of(actor, new ApplicationId(id)), body);
    }

    @PostMapping(
            path = "/v1/candidates/{id}/attachments",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.SUBMIT_APPLICATIONS)
    Deed<AttachmentResponse> addToCandidate(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        return add(actor, owners.of(actor, new CandidateId(id)), body);
    }

    /** Never shown in place: what a stranger sent does not run under our name. */
    @GetMapping("/v1/attachments/{id}")
    @Allowed(Permission.READ_DOSSIERS)
    ResponseEntity<byte[]> download(Actor actor, @PathVariable UUID id) {
        Attachment attachment = attachments.get(actor, new AttachmentId(id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(attachment.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(attachment.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.noStore())
                .body(attachments.content(actor, attachment));
    }

    @DeleteMapping("/v1/attachments/{id}")
    @Allowed(Permission.EDIT_DOSSIERS)
    ResponseEntity<Void> remove(Actor actor, @PathVariable UUID id) {
        attachments.remove(actor, new AttachmentId(id));
        return ResponseEntity.noContent().build();
    }

    private Deed<AttachmentResponse> add(Actor actor, Owner about, InputStream body)
            throws IOException {
        NewAttachment file = json.read(body, BODY_LIMIT, AttachmentRequest.class).file("");
        return Deed.about(
                () -> attachments.add(actor, about, file),
                attachment -> attachment.about().candidate().person(),
                attachment ->
                        ResponseEntity.created(URI.create("/v1/attachments/" + attachment.id()))
                                .body(AttachmentResponse.of(attachment)));
    }

    private static PageResponse<AttachmentResponse> page(List<Attachment> attachments) {
        return new PageResponse<>(attachments.stream().map(AttachmentResponse::of).toList(), null);
    }

    record AttachmentResponse(
            UUID id,
            UUID candidateId,
            @Nullable UUID applicationId,
            String name,
            String mediaType,
            int size,
            String addedBy,
            Instant addedAt) {

        static AttachmentResponse of(Attachment attachment) {
            return new AttachmentResponse(
                    attachment.id().value(),
                    attachment.about().candidate().value(),
                    attachment.about().application().map(ApplicationId::value).orElse(null),
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.size(),
                    attachment.addedBy(),
                    attachment.addedAt());
        }
    }
}
