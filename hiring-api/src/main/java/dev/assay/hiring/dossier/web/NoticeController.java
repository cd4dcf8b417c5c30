package dev.assay.hiring.dossier.web;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.dossier.Owners;
import dev.assay.hiring.platform.mail.MailEntry;
import dev.assay.hiring.platform.mail.Mails;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a candidate was told by mail. */
@RestController
class NoticeController {

    private final Mails mails;
    private final Owners owners;

    NoticeController(Mails mails, Owners owners) {
        this.mails = mails;
        this.owners = owners;
    }

    @GetMapping("/v1/candidates/{id}/notices")
    @Allowed(Permission.READ_DOSSIERS)
    ResponseEntity<PageResponse<NoticeResponse>> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                mails.about(
                        actor,
                        owners.of(actor, new CandidateId(id)).candidate().person(),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                NoticeResponse::of);
    }

    record NoticeResponse(
            UUID id,
            String kind,
            @Nullable String textVersion,
            String recipient,
            String state,
            int attempts,
            @Nullable String fault,
            Instant queuedAt,
            @Nullable Instant settledAt) {

        static NoticeResponse of(MailEntry mail) {
            return new NoticeResponse(
                    mail.id().value(),
                    mail.kind(),
                    mail.textVersion(),
                    mail.recipient(),
                    mail.state().wireName(),
                    mail.attempts(),
                    mail.fault(),
                    mail.queuedAt(),
                    mail.settledAt());
        }
    }
}
