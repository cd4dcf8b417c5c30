package dev.assay.hiring.intake.web;

import dev.assay.hiring.intake.ApplicationView;
import dev.assay.hiring.platform.web.Etag;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with an application as a whole, under a tag that changes with anything it shows. */
@Component
class ApplicationAnswers {

    private final JsonMapper json;

    ApplicationAnswers(JsonMapper json) {
        this.json = json;
    }

    ResponseEntity<ApplicationResponse> answer(
            ResponseEntity.BodyBuilder answer, ApplicationView view) {
        ApplicationResponse response = ApplicationResponse.of(view);
        byte[] shown = json.writeValueAsBytes(response);
        return answer.eTag(Etag.of(view.application().version(), shown)).body(response);
    }
}
