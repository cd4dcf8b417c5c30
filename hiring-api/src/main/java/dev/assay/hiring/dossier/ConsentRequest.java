package dev.assay.hiring.dossier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A consent as it is sent: to what, and to which version of the text. */
public record ConsentRequest(
        @NotNull
                @Size(max = 60)
                @Pattern(
                        regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                        message = "must be lower case words apart by hyphens")
                String purpose,
        @NotBlank @Size(max = 100) String textVersion,
        @Nullable Instant givenAt) {

    /** What it says. */
    public NewConsent consent() {
        return new NewConsent(purpose, textVersion, Optional.ofNullable(givenAt));
    }
}
