package dev.assay.hiring.evidence.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.evidence.EvidenceMethod;
import dev.assay.hiring.evidence.EvidenceRecords;
import dev.assay.hiring.evidence.Rating;
import dev.assay.hiring.evidence.RecordedEvidence;
import dev.assay.hiring.evidence.RecordedEvidenceId;
import dev.assay.hiring.evidence.RubricId;
import dev.assay.hiring.evidence.Supervision;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RecordedEvidenceController {

    private static final int BODY_LIMIT = 64 * 1024;
    private static final String PATH = "/v1/applications/{id}/evidence";

    private final EvidenceRecords evidence;
    private final RequestJson json;

    RecordedEvidenceController(EvidenceRecords evidence, RequestJson json) {
        this.evidence = evidence;
        this.json = json;
    }

    /** All of it: nobody is tested without end. */
    @GetMapping(PATH)
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<PageResponse<RecordedEvidenceResponse>> list(
            Actor actor, @PathVariable UUID id) {
        return PageResponse.of(
                new Page<>(evidence.of(actor, new ApplicationId(id)), Optional.empty()),
                one -> RecordedEvidenceResponse.of(one, evidence.note(actor, one)));
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.RECORD_EVIDENCE)
    Deed<RecordedEvidenceResponse> record(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        var application = new ApplicationId(id);
        // Who does not see the application learns nothing of what a rating needs.
        evidence.of(actor, application);
        Rating rating = json.read(body, BODY_LIMIT, RatingRequest.class).rating();
        return Deed.about(
                () -> evidence.record(actor, application, rating),
                recorded -> recorded.candidate().person(),
                recorded ->
                        ResponseEntity.created(URI.create("/v1/applications/" + id + "/evidence"))
                                .body(RecordedEvidenceResponse.of(recorded, rating.note())));
    }

    @DeleteMapping(PATH + "/{evidenceId}")
    @Allowed(Permission.RECORD_EVIDENCE)
    ResponseEntity<Void> withdraw(
            Actor actor, @PathVariable UUID id, @PathVariable UUID evidenceId) {
        evidence.withdraw(actor, new ApplicationId(id), new RecordedEvidenceId(evidenceId));
        return ResponseEntity.noContent().build();
    }

    record RatingRequest(
            @NotNull UUID rubricId,
            @NotNull @Min(1) Integer rubricVersion,
            @NotEmpty @Size(max = 20) List<@NotNull @Min(1) @Max(5) Integer> ratings,
            @NotNull Supervision supervision,
            @NotNull LocalDate performedOn,
            @Nullable @Size(max = 5_000) String note) {

        Rating rating() {
            return new Rating(
                    new RubricId(rubricId),
                    new Version(rubricVersion),
                    ratings,
                    supervision,
                    performedOn,
                    Optional.ofNullable(note));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record RecordedEvidenceResponse(
            UUID id,
            EvidenceMethod method,
            UUID skillId,
            UUID rubricId,
            int rubricVersion,
            List<Integer> ratings,
            int level,
            Supervision supervision,
            LocalDate performedOn,
            Optional<String> note,
            String ratedBy,
            Instant recordedAt,
            Optional<Instant> withdrawnAt) {

        static RecordedEvidenceResponse of(RecordedEvidence evidence, Optional<String> note) {
            return new RecordedEvidenceResponse(
                    evidence.id().value(),
                    evidence.method(),
                    evidence.skill().value(),
                    evidence.rubric().value(),
                    evidence.rubricVersion().value(),
                    evidence.ratings(),
                    evidence.level(),
                    evidence.supervision(),
                    evidence.performedOn(),
                    note,
                    evidence.ratedBy(),
                    evidence.recordedAt(),
                    evidence.withdrawnAt());
        }
    }
}
