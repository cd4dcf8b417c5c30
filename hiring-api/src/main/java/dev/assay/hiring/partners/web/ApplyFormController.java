package dev.assay.hiring.partners.web;

import dev.assay.credential.report.CredentialFormat;
import dev.assay.hiring.demographics.SelfIdentificationQuestion;
import dev.assay.hiring.intake.ApplyForm;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.QuestionKind;
import dev.assay.hiring.jobs.ScreeningQuestion;
import dev.assay.hiring.partners.AcceptedSubmission;
import dev.assay.hiring.partners.PartnerApplications;
import dev.assay.hiring.partners.PartnerInbox;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a board has to know to hand an application in, and what became of those that wait. */
@RestController
class ApplyFormController {

    private final PartnerApplications applications;
    private final PartnerInbox inbox;

    ApplyFormController(PartnerApplications applications, PartnerInbox inbox) {
        this.applications = applications;
        this.inbox = inbox;
    }

    @GetMapping("/v1/partner/jobs/{id}/configuration")
    @Allowed(Permission.SEND_APPLICATIONS)
    ApplyFormResponse configuration(Actor.Partner partner, @PathVariable UUID id) {
        return ApplyFormResponse.of(
                id, applications.form(partner, new JobId(id)), applications.duplicateWindow());
    }

    @GetMapping("/v1/partner/jobs/{id}/submissions/{submissionId}")
    @Allowed(Permission.SEND_APPLICATIONS)
    AcceptedSubmissionResponse submission(
            Actor.Partner partner, @PathVariable UUID id, @PathVariable UUID submissionId) {
        return AcceptedSubmissionResponse.of(inbox.get(partner, new JobId(id), submissionId));
    }

    record AcceptedSubmissionResponse(
            UUID id,
            String state,
            Instant receivedAt,
            @Nullable UUID applicationId,
            @Nullable String refusal) {

        static AcceptedSubmissionResponse of(AcceptedSubmission submission) {
            return new AcceptedSubmissionResponse(
                    submission.id(),
                    submission.state().wireName(),
                    submission.receivedAt(),
                    submission.application().map(ApplicationId::value).orElse(null),
                    submission.refusal().orElse(null));
        }
    }

    record ApplyFormResponse(
            UUID jobId,
            List<Asked> questions,
            List<AskedConsent> consents,
            List<String> credentialFormats,
            Limits limits,
            AskedDemographics demographics) {

        /** What applicants agree to is between them and the board; so it is asked for by name. */
        private static final List<AskedConsent> CONSENTS =
                List.of(
                        new AskedConsent("processing", false),
                        new AskedConsent("retention", false));

        static ApplyFormResponse of(UUID job, ApplyForm form, Duration window) {
            return new ApplyFormResponse(
                    job,
                    form.questions().stream().map(Asked::of).toList(),
                    CONSENTS,
                    ApplyForm.credentialFormats().stream().map(CredentialFormat::wireName).toList(),
                    new Limits(
                            ApplyForm.MOST_BYTES,
                            ApplyForm.MOST_CREDENTIALS,
                            ApplyForm.MOST_CREDENTIAL_BYTES,
                            ApplyForm.MOST_ATTACHMENTS,
                            ApplyForm.MOST_ATTACHMENT_BYTES,
                            ApplyForm.attachmentTypes(),
                            window.toDays()),
                    AskedDemographics.ALL);
        }
    }

    record Asked(
            UUID id, QuestionKind kind, String question, List<String> options, boolean required) {

        static Asked of(ScreeningQuestion question) {
            return new Asked(
                    question.id(),
                    question.content().kind(),
                    question.content().wording(),
                    question.content().options(),
                    question.content().required());
        }
    }

    record AskedConsent(String purpose, boolean required) {}

    /** Asked after everything else. */
    record AskedDemographics(String confidentiality, List<AskedOfThemselves> questions) {

        static final AskedDemographics ALL =
                new AskedDemographics(
                        SelfIdentificationQuestion.CONFIDENTIALITY,
                        Arrays.stream(SelfIdentificationQuestion.values())
                                .map(AskedOfThemselves::of)
                                .toList());
    }

    record AskedOfThemselves(
            String question, String wording, List<SelfIdentificationQuestion.Option> options) {

        static AskedOfThemselves of(SelfIdentificationQuestion asked) {
            return new AskedOfThemselves(asked.wireName(), asked.wording(), asked.options());
        }
    }

    record Limits(
            int applicationBytes,
            int credentials,
            int credentialBytes,
            int attachments,
            int attachmentBytes,
            List<String> attachmentTypes,
            long duplicateWindowDays) {}
}
