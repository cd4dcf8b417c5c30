package dev.assay.hiring.intake.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.intake.ScreeningAnswer;
import dev.assay.hiring.intake.ScreeningAnswers;
import dev.assay.hiring.jobs.QuestionKind;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.Permission;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AnswerController {

    private final ScreeningAnswers answers;

    AnswerController(ScreeningAnswers answers) {
        this.answers = answers;
    }

    /** All of them, as they came in. */
    @GetMapping("/v1/applications/{id}/answers")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<PageResponse<AnswerResponse>> list(Actor actor, @PathVariable UUID id) {
        return PageResponse.of(
                new Page<>(answers.of(actor, new ApplicationId(id)), Optional.empty()),
                AnswerResponse::of);
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record AnswerResponse(
            Optional<UUID> questionId,
            Optional<String> question,
            Optional<QuestionKind> kind,
            String value,
            boolean withheld) {

        static AnswerResponse of(ScreeningAnswer answer) {
            return new AnswerResponse(
                    answer.question().map(asked -> asked.id()),
                    answer.question().map(asked -> asked.content().wording()),
                    answer.question().map(asked -> asked.content().kind()),
                    answer.value(),
                    answer.withheld());
        }
    }
}
