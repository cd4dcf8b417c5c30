package dev.assay.hiring.jobs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.QuestionContent;
import dev.assay.hiring.jobs.QuestionKind;
import dev.assay.hiring.jobs.ScreeningQuestion;
import dev.assay.hiring.jobs.ScreeningQuestions;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.Permission;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/jobs/{id}/questions")
class QuestionController {

    private static final int BODY_LIMIT = 256 * 1024;

    private final ScreeningQuestions questions;
    private final RequestJson json;

    QuestionController(ScreeningQuestions questions, RequestJson json) {
        this.questions = questions;
        this.json = json;
    }

    /** All of them: a job asks a few. */
    @GetMapping
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<PageResponse<QuestionResponse>> list(Actor actor, @PathVariable UUID id) {
        return PageResponse.of(
                new Page<>(questions.of(actor, new JobId(id)), Optional.empty()),
                QuestionResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_JOBS)
    Deed<QuestionResponse> add(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        QuestionContent content = json.read(body, BODY_LIMIT, QuestionRequest.class).content();
        return Deed.of(
                () -> questions.add(actor, new JobId(id), content),
                question ->
                        ResponseEntity.created(URI.create("/v1/jobs/" + id + "/questions"))
                                .body(QuestionResponse.of(question)));
    }

    @DeleteMapping("/{questionId}")
    @Allowed(Permission.EDIT_JOBS)
    ResponseEntity<Void> retire(Actor actor, @PathVariable UUID id, @PathVariable UUID questionId) {
        questions.retire(actor, new JobId(id), questionId);
        return ResponseEntity.noContent().build();
    }

    record QuestionRequest(
            @NotNull QuestionKind kind,
            @NotBlank @Size(max = 2_000) String question,
            @Nullable Boolean required,
            @Nullable @Size(max = 50) List<@NotBlank @Size(max = 500) String> options) {

        QuestionContent content() {
            return new QuestionContent(
                    kind,
                    question,
                    Objects.requireNonNullElse(required, false),
                    Objects.requireNonNullElse(options, List.of()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record QuestionResponse(
            UUID id,
            QuestionKind kind,
            String question,
            boolean required,
            List<String> options,
            Instant createdAt,
            Optional<Instant> retiredAt) {

        static QuestionResponse of(ScreeningQuestion question) {
            QuestionContent content = question.content();
            return new QuestionResponse(
                    question.id(),
                    content.kind(),
                    content.wording(),
                    content.required(),
                    content.options(),
                    question.createdAt(),
                    question.retiredAt());
        }
    }
}
