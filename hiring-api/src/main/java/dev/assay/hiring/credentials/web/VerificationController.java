package dev.assay.hiring.credentials.web;

import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.InputFault;
import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.candidates.Email;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.SubmittedDocument;
import dev.assay.hiring.credentials.VerificationDocument;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.problem.BodyTooLarge;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VerificationController {

    private final Credentials credentials;
    private final RequestJson json;

    VerificationController(Credentials credentials, RequestJson json) {
        this.credentials = credentials;
        this.json = json;
    }

    /**
     * Verifies one credential and stores nothing. The addresses are taken as the candidate's own.
     */
    @PostMapping(
            path = "/v1/credentials/verify",
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                "application/*+json",
                "application/jwt",
                "application/vc+jwt",
                "application/dc+sd-jwt",
                MediaType.TEXT_PLAIN_VALUE,
                MediaType.IMAGE_PNG_VALUE,
                "image/svg+xml"
            })
    @Allowed(Permission.VERIFY_CREDENTIALS)
    @Costly
    VerificationDocument verify(
            Actor actor,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) String mediaType,
            @RequestParam(name = "candidateEmail", defaultValue = "") List<String> emails,
            InputStream body)
            throws IOException {
        byte[] bytes = json.bytes(body, SubmittedDocument.MAXIMUM_BYTES);
        VerificationReport report =
                credentials
                        .verify(actor, new SubmittedDocument(bytes, mediaType), recipient(emails))
                        .report();
        report.fault().ifPresent(VerificationController::refuse);
        return VerificationDocument.of(credentials.withIssuerTrust(actor, report));
    }

    private static Recipient recipient(List<String> emails) {
        if (!emails.stream().allMatch(Email::isEmail)) {
            throw new InvalidInput("/candidateEmail", "must be an e-mail address");
        }
        return new Recipient(Set.copyOf(emails), Set.of(), Set.of());
    }

    private static void refuse(InputFault fault) {
        if (fault.code() == CheckCode.TOO_LARGE) {
            throw new BodyTooLarge(SubmittedDocument.MAXIMUM_BYTES);
        }
        List<Fault> faults =
                fault.pointer()
                        .map(pointer -> List.of(new Fault(pointer, fault.detail())))
                        .orElse(List.of());
        throw new BadRequest(fault.code().wireName(), fault.detail(), faults);
    }
}
