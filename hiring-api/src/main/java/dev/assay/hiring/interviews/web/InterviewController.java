package dev.assay.hiring.interviews.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.interviews.Interview;
import dev.assay.hiring.interviews.InterviewId;
import dev.assay.hiring.interviews.InterviewProposal;
import dev.assay.hiring.interviews.InterviewState;
import dev.assay.hiring.interviews.Interviews;
import dev.assay.hiring.interviews.Slot;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.Permission;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InterviewController {

    private static final int BODY_LIMIT = 64 * 1024;
    private static final String OF_APPLICATION = "/v1/applications/{id}/interviews";
    private static final String ONE = "/v1/interviews/{id}";

    private final Interviews interviews;
    private final RequestJson json;

    InterviewController(Interviews interviews, RequestJson json) {
        this.interviews = interviews;
        this.json = json;
    }

    @GetMapping(OF_APPLICATION)
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<PageResponse<InterviewResponse>> list(Actor actor, @PathVariable UUID id) {
        return PageResponse.of(
                new Page<>(interviews.of(actor, new ApplicationId(id)), Optional.empty()),
                InterviewResponse::of);
    }

    @PostMapping(path = OF_APPLICATION, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.SCHEDULE_INTERVIEWS)
    Deed<InterviewResponse> propose(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        InterviewProposal proposal = json.read(body, BODY_LIMIT, InterviewRequest.class).proposal();
        return Deed.about(
                () -> interviews.propose(actor, new ApplicationId(id), proposal),
                interview -> interview.candidate().person(),
                interview ->
                        ResponseEntity.created(URI.create("/v1/interviews/" + interview.id()))
                                .eTag(Etag.of(interview.version()))
                                .body(InterviewResponse.of(interview)));
    }

    @GetMapping(ONE)
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<InterviewResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(interviews.get(actor, new InterviewId(id)));
    }

    /** Where it stands guards the move: of two that take a time, one is told that it is taken. */
    @PostMapping(path = ONE + "/booking", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.SCHEDULE_INTERVIEWS)
    Deed<InterviewResponse> book(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        Instant start = json.read(body, BODY_LIMIT, BookingRequest.class).start();
        return Deed.about(
                () -> interviews.book(actor, new InterviewId(id), start),
                interview -> interview.candidate().person(),
                InterviewController::answer);
    }

    @PostMapping(ONE + "/cancellation")
    @Allowed(Permission.SCHEDULE_INTERVIEWS)
    Deed<InterviewResponse> cancel(Actor actor, @PathVariable UUID id) {
        return Deed.about(
                () -> interviews.cancel(actor, new InterviewId(id)),
                interview -> interview.candidate().person(),
                InterviewController::answer);
    }

    @GetMapping(path = ONE + "/calendar", produces = "text/calendar")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<byte[]> calendar(Actor actor, @PathVariable UUID id) {
        String text = interviews.calendar(actor, new InterviewId(id));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<InterviewResponse> answer(Interview interview) {
        return ResponseEntity.ok()
                .eTag(Etag.of(interview.version()))
                .body(InterviewResponse.of(interview));
    }

    record InterviewRequest(
            @NotEmpty @Size(max = 20) List<@NotNull @Valid SlotRequest> slots,
            @NotBlank @Size(max = 2_000) String location,
            @Nullable @Size(max = 5_000) String note) {

        InterviewProposal proposal() {
            List<Slot> read = new ArrayList<>();
            for (int i = 0; i < slots.size(); i++) {
                SlotRequest slot = slots.get(i);
                if (!slot.start().isBefore(slot.end())) {
                    throw new InvalidInput("/slots/" + i + "/end", "must come after the start");
                }
                read.add(new Slot(slot.start(), slot.end()));
            }
            return new InterviewProposal(read, location, Optional.ofNullable(note));
        }
    }

    record SlotRequest(@NotNull Instant start, @NotNull Instant end) {}

    record BookingRequest(@NotNull Instant start) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record InterviewResponse(
            UUID id,
            UUID applicationId,
            InterviewState state,
            List<SlotResponse> slots,
            Optional<SlotResponse> booked,
            Optional<String> location,
            Optional<String> note,
            Instant createdAt,
            Instant updatedAt) {

        static InterviewResponse of(Interview interview) {
            return new InterviewResponse(
                    interview.id().value(),
                    interview.application().value(),
                    interview.state(),
                    interview.slots().stream().map(SlotResponse::of).toList(),
                    interview.booked().map(SlotResponse::of),
                    interview.location(),
                    interview.note(),
                    interview.createdAt(),
                    interview.updatedAt());
        }
    }

    record SlotResponse(Instant start, Instant end) {

        static SlotResponse of(Slot slot) {
            return new SlotResponse(slot.start(), slot.end());
        }
    }
}
