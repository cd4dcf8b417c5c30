package dev.assay.hiring.disputes.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.candidates.ProfileCorrection;
import dev.assay.hiring.disputes.Dispute;
import dev.assay.hiring.disputes.DisputeFilter;
import dev.assay.hiring.disputes.DisputeId;
import dev.assay.hiring.disputes.DisputeKind;
import dev.assay.hiring.disputes.DisputeOutcome;
import dev.assay.hiring.disputes.DisputeState;
import dev.assay.hiring.disputes.DisputeView;
import dev.assay.hiring.disputes.Disputes;
import dev.assay.hiring.disputes.NewDispute;
import dev.assay.hiring.disputes.Resolution;
import dev.assay.hiring.evidence.RecordedEvidenceId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DisputeController {

    private static final int BODY_LIMIT = 64 * 1024;

    private final Disputes disputes;
    private final Candidates candidates;
    private final RequestJson json;

    DisputeController(Disputes disputes, Candidates candidates, RequestJson json) {
        this.disputes = disputes;
        this.candidates = candidates;
        this.json = json;
    }

    @PostMapping(
            path = "/v1/applications/{id}/disputes",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_DISPUTES)
    Deed<DisputeResponse> open(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        NewDispute dispute = json.read(body, BODY_LIMIT, DisputeRequest.class).dispute();
        return Deed.about(
                () -> disputes.open(actor, new ApplicationId(id), dispute),
                view -> view.dispute().candidate().person(),
                view ->
                        answer(
                                ResponseEntity.created(
                                        URI.create("/v1/disputes/" + view.dispute().id())),
                                view));
    }

    @GetMapping("/v1/disputes")
    @Allowed(Permission.READ_DISPUTES)
    ResponseEntity<PageResponse<DisputeLine>> list(
            Actor actor,
            @RequestParam Optional<String> state,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam Optional<UUID> applicationId,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                disputes.list(
                        actor,
                        new DisputeFilter(
                                state.map(DisputeController::state),
                                overdue,
                                applicationId.map(ApplicationId::new)),
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        new PageSize(limit));
        return PageResponse.of(
                page, dispute -> DisputeLine.of(dispute, disputes.isOverdue(dispute)));
    }

    @GetMapping("/v1/disputes/{id}")
    @Allowed(Permission.READ_DISPUTES)
    ResponseEntity<DisputeResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(ResponseEntity.ok(), disputes.get(actor, new DisputeId(id)));
    }

    @PostMapping(path = "/v1/disputes/{id}/resolution", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_DISPUTES)
    Deed<DisputeResponse> resolve(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        DisputeResolutionRequest request =
                json.read(body, BODY_LIMIT, DisputeResolutionRequest.class);
        var dispute = new DisputeId(id);
        // That it is open is guard enough; who sends the tag means it.
        Optional<Version> expected = Optional.ofNullable(ifMatch).map(Etag::expected);
        return Deed.about(
                () ->
                        disputes.resolve(
                                actor, dispute, expected, resolution(actor, dispute, request)),
                view -> view.dispute().candidate().person(),
                view -> answer(ResponseEntity.ok(), view));
    }

    /** What is left out of a correction stays as it is. */
    private Resolution resolution(Actor actor, DisputeId id, DisputeResolutionRequest request) {
        CorrectionsRequest corrections = request.corrections();
        if (corrections == null) {
            return new Resolution(request.outcome(), request.answer(), Optional.empty(), List.of());
        }
        return new Resolution(
                request.outcome(),
                request.answer(),
                corrections.touchesProfile()
                        ? Optional.of(
                                corrections.profile(
                                        candidates.inClear(
                                                actor,
                                                disputes.get(actor, id).dispute().candidate())))
                        : Optional.empty(),
                Objects.requireNonNullElse(corrections.withdrawEvidence(), List.<UUID>of()).stream()
                        .map(RecordedEvidenceId::new)
                        .toList());
    }

    private static ResponseEntity<DisputeResponse> answer(
            ResponseEntity.BodyBuilder answer, DisputeView view) {
        return answer.eTag(Etag.of(view.dispute().version())).body(DisputeResponse.of(view));
    }

    private static DisputeState state(String wireName) {
        return DisputeState.ofWireName(wireName)
                .orElseThrow(() -> new InvalidInput("/state", "is no state of a dispute"));
    }

    record DisputeRequest(
            @NotNull @Valid AboutRequest about, @NotBlank @Size(max = 4_000) String statement) {

        NewDispute dispute() {
            return new NewDispute(about.kind(), Optional.ofNullable(about.id()), statement);
        }
    }

    /** What it is about: {@code id} names the skill, credential or recorded item. */
    record AboutRequest(@NotNull DisputeKind kind, @Nullable UUID id) {}

    record DisputeResolutionRequest(
            @NotNull DisputeOutcome outcome,
            @NotBlank @Size(max = 4_000) String answer,
            @Nullable @Valid CorrectionsRequest corrections) {}

    /** What is put right with the answer. */
    record CorrectionsRequest(
            @Nullable @Size(min = 1, max = 200) String givenName,
            @Nullable @Size(min = 1, max = 200) String familyName,
            @Nullable @Size(min = 1, max = 50) String phone,
            @Nullable @Size(max = 50) List<@NotNull UUID> withdrawEvidence) {

        boolean touchesProfile() {
            return givenName != null || familyName != null || phone != null;
        }

        ProfileCorrection profile(Candidate now) {
            return new ProfileCorrection(
                    Objects.requireNonNullElse(givenName, now.givenName()),
                    Objects.requireNonNullElse(familyName, now.familyName()),
                    phone == null ? now.phone() : phone);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DisputeLine(
            UUID id,
            UUID applicationId,
            DisputeState state,
            boolean overdue,
            AboutResponse about,
            Instant openedAt,
            String openedBy,
            Instant dueAt,
            Optional<DisputeOutcome> outcome,
            Optional<Instant> closedAt,
            Optional<String> closedBy,
            Optional<BigDecimal> scoreThen,
            Optional<BigDecimal> scoreNow) {

        static DisputeLine of(Dispute dispute, boolean overdue) {
            return new DisputeLine(
                    dispute.id().value(),
                    dispute.application().value(),
                    dispute.state(),
                    overdue,
                    AboutResponse.of(dispute),
                    dispute.openedAt(),
                    dispute.openedBy(),
                    dispute.dueAt(),
                    dispute.outcome(),
                    dispute.closedAt(),
                    dispute.closedBy(),
                    dispute.scoreThen(),
                    dispute.scoreNow());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record AboutResponse(DisputeKind kind, Optional<UUID> id) {

        static AboutResponse of(Dispute dispute) {
            return new AboutResponse(dispute.kind(), dispute.of());
        }
    }

    /** With the words of both sides; gone once the candidate is erased. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DisputeResponse(
            UUID id,
            UUID applicationId,
            DisputeState state,
            boolean overdue,
            AboutResponse about,
            Optional<String> statement,
            Instant openedAt,
            String openedBy,
            Instant dueAt,
            Optional<DisputeOutcome> outcome,
            Optional<String> answer,
            Optional<Instant> closedAt,
            Optional<String> closedBy,
            Optional<BigDecimal> scoreThen,
            Optional<BigDecimal> scoreNow) {

        static DisputeResponse of(DisputeView view) {
            Dispute dispute = view.dispute();
            return new DisputeResponse(
                    dispute.id().value(),
                    dispute.application().value(),
                    dispute.state(),
                    view.overdue(),
                    AboutResponse.of(dispute),
                    view.statement(),
                    dispute.openedAt(),
                    dispute.openedBy(),
                    dispute.dueAt(),
                    dispute.outcome(),
                    view.answer(),
                    dispute.closedAt(),
                    dispute.closedBy(),
                    dispute.scoreThen(),
                    dispute.scoreNow());
        }
    }
}
