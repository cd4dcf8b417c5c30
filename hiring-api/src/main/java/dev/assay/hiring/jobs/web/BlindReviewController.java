package dev.assay.hiring.jobs.web;

import dev.assay.hiring.jobs.BlindReview;
import dev.assay.hiring.jobs.BlindReviews;
import dev.assay.hiring.jobs.EarlierBecause;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.jobs.StagePhase;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class BlindReviewController {

    private static final String PATH = "/v1/jobs/{id}/blind-review";
    private static final int BODY_LIMIT = 16 * 1024;

    private final BlindReviews reviews;
    private final Jobs jobs;
    private final RequestJson json;

    BlindReviewController(BlindReviews reviews, Jobs jobs, RequestJson json) {
        this.reviews = reviews;
        this.jobs = jobs;
        this.json = json;
    }

    /** The tag is the job's, whose setting it is. */
    @GetMapping(PATH)
    @Allowed(Permission.READ_JOBS)
    ResponseEntity<BlindReviewResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(actor, jobs.get(actor, new JobId(id)));
    }

    @PutMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_JOBS)
    ResponseEntity<BlindReviewResponse> put(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        JobId job = jobs.get(actor, new JobId(id)).id();
        Version expected = Etag.expected(ifMatch);
        BlindReviewRequest request = json.read(body, BODY_LIMIT, BlindReviewRequest.class);
        return answer(
                actor,
                reviews.change(
                        actor,
                        job,
                        expected,
                        request.review(),
                        Optional.ofNullable(request.reason())));
    }

    private ResponseEntity<BlindReviewResponse> answer(Actor actor, Job job) {
        Optional<BlindReview> review = reviews.of(actor, job.id());
        return ResponseEntity.ok()
                .eTag(Etag.of(job.version()))
                .body(
                        new BlindReviewResponse(
                                review.map(BlindReview::until).orElse(null),
                                review.flatMap(BlindReview::stage)
                                        .map(StageId::value)
                                        .orElse(null)));
    }

    /** Without a phase, nothing is reviewed blind. */
    record BlindReviewRequest(
            @Nullable StagePhase until, @Nullable UUID stage, @Nullable EarlierBecause reason) {

        Optional<BlindReview> review() {
            if (until == null && stage != null) {
                throw new InvalidInput("/stage", "belongs to a phase in until");
            }
            return Optional.ofNullable(until)
                    .map(phase ->
                            new BlindReview(phase, Optional.ofNullable(stage).map(StageId::new)));
        }
    }

    record BlindReviewResponse(@Nullable StagePhase until, @Nullable UUID stage) {}
}
