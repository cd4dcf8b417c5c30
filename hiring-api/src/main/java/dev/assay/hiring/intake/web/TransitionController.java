package dev.assay.hiring.intake.web;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.Move;
import dev.assay.hiring.applications.Transition;
import dev.assay.hiring.applications.TransitionReason;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/applications/{id}/transitions")
class TransitionController {

    private static final int BODY_LIMIT = 64 * 1024;
    static final int LONGEST_REASON = 2_000;

    private final Applications applications;
    private final Intake intake;
    private final ApplicationAnswers answers;
    private final RequestJson json;

    TransitionController(
            Applications applications,
            Intake intake,
            ApplicationAnswers answers,
            RequestJson json) {
        this.applications = applications;
        this.intake = intake;
        this.answers = answers;
        this.json = json;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.MOVE_APPLICATIONS)
    Deed<ApplicationResponse> move(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        TransitionRequest request = json.read(body, BODY_LIMIT, TransitionRequest.class);
        ApplicationId application = new ApplicationId(id);
        // The phase it starts from is guard enough; who sends the tag means it.
        Optional<Version> expected = Optional.ofNullable(ifMatch).map(Etag::expected);
        return Deed.about(
                () -> {
                    applications.move(actor, application, expected, request.move());
                    return intake.view(actor, application);
                },
                view -> view.application().candidate().person(),
                view -> answers.answer(ResponseEntity.ok(), view));
    }

    @GetMapping
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<PageResponse<TransitionResponse>> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                applications.transitions(
                        actor,
                        new ApplicationId(id),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit));
        return PageResponse.of(page, TransitionResponse::of);
    }

    record TransitionRequest(
            @Nullable ApplicationPhase to,
            @Nullable UUID stage,
            @Nullable String reason,
            @Nullable @Size(min = 1, max = LONGEST_REASON) String overrideReason) {

        Move move() {
            return Move.of(to, stage == null ? null : new StageId(stage), reason, overrideReason);
        }
    }

    record TransitionResponse(
            UUID id,
            ApplicationPhase from,
            ApplicationPhase to,
            @Nullable UUID fromStage,
            @Nullable UUID toStage,
            Instant movedAt,
            String movedBy,
            @Nullable TransitionReason reason,
            @Nullable String ownReason,
            @Nullable String overrideReason) {

        static TransitionResponse of(Transition transition) {
            return new TransitionResponse(
                    transition.id(),
                    transition.from(),
                    transition.to(),
                    transition.fromStage().map(StageId::value).orElse(null),
                    transition.toStage().map(StageId::value).orElse(null),
                    transition.movedAt(),
                    transition.movedBy(),
                    transition.reason().orElse(null),
                    transition.ownReason().orElse(null),
                    transition.overrideReason().orElse(null));
        }
    }
}
