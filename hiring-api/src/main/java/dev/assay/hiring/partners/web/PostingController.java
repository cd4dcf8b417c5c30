package dev.assay.hiring.partners.web;

import dev.assay.hiring.demographics.SelfIdentification;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.intake.SubmissionReader;
import dev.assay.hiring.intake.VerifiedSubmission;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.partners.AcceptedSubmission;
import dev.assay.hiring.partners.PartnerApplications;
import dev.assay.hiring.partners.PartnerInbox;
import dev.assay.hiring.partners.PartnerInbox.Incoming;
import dev.assay.hiring.partners.Postings;
import dev.assay.hiring.partners.Submitted;
import dev.assay.hiring.partners.web.ApplyFormController.AcceptedSubmissionResponse;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.idempotency.Gathers;
import dev.assay.hiring.platform.idempotency.KeyRequired;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.lists.SyncPageResponse;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.Preference;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.postings.Posting;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
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

/** What a job board calls. */
@RestController
@RequestMapping("/v1/partner")
class PostingController {

    private final Postings postings;
    private final PartnerApplications applications;
    private final PartnerInbox inbox;
    private final SubmissionReader submissions;
    private final RequestJson json;

    PostingController(
            Postings postings,
            PartnerApplications applications,
            PartnerInbox inbox,
            SubmissionReader submissions,
            RequestJson json) {
        this.postings = postings;
        this.applications = applications;
        this.inbox = inbox;
        this.submissions = submissions;
        this.json = json;
    }

    @GetMapping("/jobs")
    @Allowed(Permission.PULL_POSTINGS)
    ResponseEntity<SyncPageResponse<PostingResponse>> list(
            CallingPartner caller,
            @RequestParam Optional<String> syncToken,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return SyncPageResponse.of(
                postings.list(caller, after, syncToken, new PageSize(limit)), PostingResponse::of);
    }

    @GetMapping("/jobs/{id}")
    @Allowed(Permission.PULL_POSTINGS)
    ResponseEntity<PostingResponse> get(Actor.Partner partner, @PathVariable UUID id) {
        Posting posting = postings.get(partner, new JobId(id));
        return ResponseEntity.ok()
                .eTag(Etag.of(posting.job().version()))
                .body(PostingResponse.of(posting));
    }

    @PostMapping(path = "/jobs/{id}/applications", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.SEND_APPLICATIONS)
    @KeyRequired
    @Gathers
    @Costly
    Deed<?> submit(
            Actor.Partner partner,
            @PathVariable UUID id,
            @RequestHeader(name = Preference.HEADER, required = false) @Nullable String prefer,
            InputStream body)
            throws IOException {
        JobId job = new JobId(id);
        HandedIn handedIn = HandedIn.read(json, submissions, body);
        Submission submission = handedIn.submission();
        if (Preference.isRespondAsync(prefer)) {
            return Deed.gathered(
                    inbox,
                    new Incoming(job, submission, handedIn.said()),
                    () -> inbox.accept(partner, job, submission, handedIn.said()),
                    accepted -> accepted(job, accepted));
        }
        Optional<VerifiedSubmission> verified = applications.verify(partner, job, submission);
        return verified.isPresent()
                ? taken(partner, verified.get(), handedIn.said())
                : Deed.of(
                        () -> inbox.accept(partner, job, submission, handedIn.said()),
                        accepted -> accepted(job, accepted));
    }

    private Deed<SubmittedResponse> taken(
            Actor.Partner partner, VerifiedSubmission verified, List<SelfIdentification> said) {
        return Deed.about(
                () -> applications.submit(partner, verified, said),
                Submitted::person,
                submitted ->
                        ResponseEntity.created(
                                        URI.create("/v1/partner/applications/" + submitted.id()))
                                .body(SubmittedResponse.of(submitted)));
    }

    private static ResponseEntity<AcceptedSubmissionResponse> accepted(
            JobId job, AcceptedSubmission accepted) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/partner/jobs/" + job + "/submissions/" + accepted.id()))
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(AcceptedSubmissionResponse.of(accepted));
    }

    @GetMapping("/applications/{id}")
    @Allowed(Permission.FOLLOW_APPLICATIONS)
    SubmittedResponse status(Actor.Partner partner, @PathVariable UUID id) {
        return SubmittedResponse.of(applications.get(partner, new ApplicationId(id)));
    }

    /** Where an application stands, and nothing of the person. */
    record SubmittedResponse(
            UUID id,
            UUID jobId,
            String phase,
            Instant receivedAt,
            Instant movedAt,
            boolean attributed) {

        static SubmittedResponse of(Submitted submitted) {
            return new SubmittedResponse(
                    submitted.id().value(),
                    submitted.job().value(),
                    submitted.phase().wireName(),
                    submitted.receivedAt(),
                    submitted.movedAt(),
                    submitted.attributed());
        }
    }
}
