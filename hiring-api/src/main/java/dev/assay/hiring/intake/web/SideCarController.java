package dev.assay.hiring.intake.web;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.intake.ApplicationView;
import dev.assay.hiring.intake.CandidateView;
import dev.assay.hiring.intake.SideCar;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.ReferencedJobs;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PublicAddress;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.references.ExternalReference;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** For an applicant tracking system that stays, and shows beside its own what is proven. */
@RestController
class SideCarController {

    private static final int BODY_LIMIT = 10 * 1024 * 1024;
    private static final String APPLICATION = "/v1/references/applications/{system}/{reference}";

    private final SideCar sideCar;
    private final ReferencedJobs jobs;
    private final SubmissionMapping submissions;
    private final RequestJson json;
    private final JsonMapper written;
    private final PublicAddress addresses;

    SideCarController(
            SideCar sideCar,
            ReferencedJobs jobs,
            SubmissionMapping submissions,
            RequestJson json,
            JsonMapper written,
            PublicAddress addresses) {
        this.sideCar = sideCar;
        this.jobs = jobs;
        this.submissions = submissions;
        this.json = json;
        this.written = written;
        this.addresses = addresses;
    }

    /** The same call twice leaves what one would: it needs no key. */
    @PutMapping(path = APPLICATION, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.SUBMIT_APPLICATIONS)
    @Costly
    ResponseEntity<ReferencedApplicationResponse> put(
            Actor actor,
            @PathVariable String system,
            @PathVariable String reference,
            @RequestParam String job,
            @RequestParam Optional<String> candidate,
            InputStream body)
            throws IOException {
        Submission submission = submissions.read(json.bytes(body, BODY_LIMIT));
        SideCar.Put put =
                sideCar.put(
                        actor,
                        new ExternalReference(system, reference),
                        jobOf(actor, system, job),
                        candidate.map(named -> new ExternalReference(system, named)),
                        submission);
        return answer(
                put.made()
                        ? ResponseEntity.created(
                                URI.create("/v1/applications/" + put.view().application().id()))
                        : ResponseEntity.ok(),
                put.view().application().version(),
                response(system, reference, put.view()));
    }

    @GetMapping(APPLICATION)
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<ReferencedApplicationResponse> application(
            Actor actor, @PathVariable String system, @PathVariable String reference) {
        ApplicationView view = sideCar.application(actor, new ExternalReference(system, reference));
        return answer(
                ResponseEntity.ok(),
                view.application().version(),
                response(system, reference, view));
    }

    @GetMapping("/v1/references/candidates/{system}/{reference}")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<CandidateResponse> candidate(
            Actor actor, @PathVariable String system, @PathVariable String reference) {
        CandidateView view = sideCar.candidate(actor, new ExternalReference(system, reference));
        return answer(ResponseEntity.ok(), view.candidate().version(), CandidateResponse.of(view));
    }

    /** Under a tag that changes with anything it shows. */
    private <T> ResponseEntity<T> answer(
            ResponseEntity.BodyBuilder answer, Version version, T response) {
        return answer.eTag(Etag.of(version, written.writeValueAsBytes(response))).body(response);
    }

    private JobId jobOf(Actor actor, String system, String job) {
        return jobs.find(actor, new ExternalReference(system, job))
                .orElseThrow(() -> new InvalidInput("/job", "is no job that system told us of"));
    }

    private ReferencedApplicationResponse response(
            String system, String reference, ApplicationView view) {
        String address = "/v1/applications/" + view.application().id();
        return new ReferencedApplicationResponse(
                system,
                reference,
                view.application().id().value(),
                view.application().job().value(),
                view.application().candidate().value(),
                view.application().phase(),
                view.score().score(),
                view.score().potential(),
                view.score().band(),
                view.score().lane(),
                view.score().mustHaves(),
                addresses.of(address + "/score"),
                addresses.of(address + "/score/receipt"));
    }

    /** What is to be shown beside the application in the other system. */
    record ReferencedApplicationResponse(
            String system,
            String reference,
            UUID id,
            UUID jobId,
            UUID candidateId,
            ApplicationPhase phase,
            @Nullable BigDecimal score,
            @Nullable BigDecimal potential,
            @Nullable Integer band,
            String lane,
            String mustHaves,
            URI explanation,
            URI receipt) {}
}
