package dev.assay.hiring.intake.web;

import dev.assay.hiring.candidates.Email;
import dev.assay.hiring.platform.web.RawJson;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application as it is sent. Answers are kept in the sealed copy of the body; attachments and
 * consents also by themselves. Nothing scores them.
 */
record SubmissionRequest(
        @NotNull @Valid CandidateRequest candidate,
        @Nullable @Size(max = 100) List<@NotNull CredentialRequest> credentials,
        @Nullable @Size(max = 200) List<RawJson> answers,
        @Nullable @Size(max = 20) List<RawJson> attachments,
        @Nullable @Size(max = 50) List<RawJson> consents,
        @Nullable @Valid SourceRequest source) {

    record CandidateRequest(
            @NotBlank @Size(max = 200) String givenName,
            @NotNull @Size(max = 200) String familyName,
            @NotBlank
                    @Size(max = Email.MAXIMUM)
                    @Pattern(regexp = Email.SHAPE, message = "must be an e-mail address")
                    String email,
            @Nullable Boolean emailVerified,
            @Nullable @Size(max = 50) String phone) {}

    /**
     * The credential itself, a JSON object or a compact token as a string; or the address it is to
     * be fetched from.
     */
    record CredentialRequest(@Nullable RawJson document, @Nullable String url) {}

    record SourceRequest(
            @NotBlank @Size(max = 100) String channel,
            @Nullable @Size(max = 500) String reference) {}
}
