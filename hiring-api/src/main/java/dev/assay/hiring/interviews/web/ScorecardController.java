package dev.assay.hiring.interviews.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.evidence.Criterion;
import dev.assay.hiring.evidence.Rubric;
import dev.assay.hiring.interviews.Impression;
import dev.assay.hiring.interviews.Scorecard;
import dev.assay.hiring.interviews.ScorecardForm;
import dev.assay.hiring.interviews.Scorecards;
import dev.assay.hiring.interviews.SeenScorecard;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ScorecardController {

    private static final int BODY_LIMIT = 256 * 1024;
    private static final String PATH = "/v1/applications/{id}/scorecards";

    private final Scorecards scorecards;
    private final RequestJson json;

    ScorecardController(Scorecards scorecards, RequestJson json) {
        this.scorecards = scorecards;
        this.json = json;
    }

    @GetMapping("/v1/jobs/{id}/scorecard-form")
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<ScorecardFormResponse> form(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok(ScorecardFormResponse.of(scorecards.form(actor, new JobId(id))));
    }

    /** All of them: nobody is interviewed without end. */
    @GetMapping(PATH)
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<PageResponse<ScorecardResponse>> list(Actor actor, @PathVariable UUID id) {
        return PageResponse.of(
                new Page<>(scorecards.of(actor, new ApplicationId(id)), Optional.empty()),
                ScorecardResponse::of);
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.SUBMIT_SCORECARDS)
    Deed<ScorecardResponse> submit(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        var application = new ApplicationId(id);
        // Who does not see the application learns nothing of what a scorecard needs.
        scorecards.of(actor, application);
        ScorecardRequest request = json.read(body, BODY_LIMIT, ScorecardRequest.class);
        return Deed.about(
                () -> scorecards.submit(actor, application, request.draft()),
                card -> card.candidate().person(),
                card ->
                        ResponseEntity.created(URI.create("/v1/applications/" + id + "/scorecards"))
                                .body(ScorecardResponse.of(new SeenScorecard.Open(card))));
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ScorecardResponse(
            UUID id,
            String phase,
            String interviewer,
            Instant submittedAt,
            boolean blind,
            Optional<Impression> recommendation,
            Optional<String> note,
            List<ScorecardAttributeResponse> attributes) {

        static ScorecardResponse of(SeenScorecard seen) {
            Scorecard card = seen.scorecard();
            return switch (seen) {
                case SeenScorecard.Blind _ ->
                        new ScorecardResponse(
                                card.id(),
                                card.phase(),
                                card.interviewer(),
                                card.submittedAt(),
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                List.of());
                case SeenScorecard.Open _ ->
                        new ScorecardResponse(
                                card.id(),
                                card.phase(),
                                card.interviewer(),
                                card.submittedAt(),
                                false,
                                Optional.of(card.recommendation()),
                                card.note(),
                                card.attributes().stream()
                                        .map(ScorecardAttributeResponse::of)
                                        .toList());
            };
        }
    }

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record ScorecardAttributeResponse(
            UUID skillId, Impression rating, Optional<UUID> evidenceId, Optional<String> note) {

        static ScorecardAttributeResponse of(Scorecard.Attribute attribute) {
            return new ScorecardAttributeResponse(
                    attribute.skill().value(),
                    attribute.impression(),
                    attribute.evidenceId(),
                    attribute.note());
        }
    }

    record ScorecardFormResponse(List<ScorecardFormAttribute> attributes) {

        static ScorecardFormResponse of(ScorecardForm form) {
            return new ScorecardFormResponse(
                    form.attributes().stream().map(ScorecardFormAttribute::of).toList());
        }
    }

    record ScorecardFormAttribute(
            UUID skillId, String name, boolean mustHave, List<InterviewRubricResponse> rubrics) {

        static ScorecardFormAttribute of(ScorecardForm.Attribute attribute) {
            return new ScorecardFormAttribute(
                    attribute.skill().id().value(),
                    attribute.skill().label(),
                    attribute.mustHave(),
                    attribute.rubrics().stream().map(InterviewRubricResponse::of).toList());
        }
    }

    record InterviewRubricResponse(
            UUID id, int version, String name, List<InterviewCriterionResponse> criteria) {

        static InterviewRubricResponse of(Rubric rubric) {
            return new InterviewRubricResponse(
                    rubric.id().value(),
                    rubric.version().value(),
                    rubric.content().name(),
                    rubric.content().criteria().stream()
                            .map(InterviewCriterionResponse::of)
                            .toList());
        }
    }

    record InterviewCriterionResponse(String name, List<String> levels) {

        static InterviewCriterionResponse of(Criterion criterion) {
            return new InterviewCriterionResponse(criterion.name(), criterion.levels());
        }
    }
}
