package dev.assay.hiring.platform.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mail leaves. Exactly one of {@code smtp} and {@code folder} is set; without either a node
 * does not start, since mail that nobody sends is an invitation that nobody gets.
 *
 * @param from the sender's address on every mail
 * @param smtp the server that takes it; what production uses
 * @param folder where to write it as {@code .eml} files instead; what the local run and tests use
 */
@ConfigurationProperties("assay.mail")
@Validated
record MailProperties(
        @NotBlank @jakarta.validation.constraints.Email String from,
        @Nullable @Valid Smtp smtp,
        @Nullable Path folder) {

    @AssertTrue(
            message = "either assay.mail.smtp.host or assay.mail.folder must be set, and not both")
    boolean isOneWayOut() {
        return (smtp == null) != (folder == null);
    }

    /** How the connection to the server is protected. */
    enum Encryption {
        /** Plain at first, and never more than a greeting before TLS is on. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** For a relay on the same machine only. */
        NONE
    }

    record Smtp(
            @NotBlank String host,
            @DefaultValue("587") @Min(1) @Max(65_535) int port,
            @Nullable String username,
            @Nullable String password,
            @DefaultValue("starttls") @NotNull Encryption encryption) {

        @Override
        public String toString() {
            return "Smtp[host=%s, port=%d, encryption=%s]".formatted(host, port, encryption);
        }
    }
}
