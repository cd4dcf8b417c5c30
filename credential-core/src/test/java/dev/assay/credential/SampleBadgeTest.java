package dev.assay.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The badge that the README's tour hands to a newcomer does what the tour says. */
class SampleBadgeTest {

    private static final Instant SHOWN_AROUND = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void isVerifiedForItsHolder() throws IOException {
        var report = verify("robin.vale@mail.example");

        assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(report.check(CheckName.SUBJECT).outcome()).isEqualTo(CheckOutcome.PASSED);
    }

    @Test
    void isNobodyElses() throws IOException {
        var report = verify("somebody.else@mail.example");

        assertThat(report.check(CheckName.SUBJECT).outcome()).isEqualTo(CheckOutcome.FAILED);
    }

    private static VerificationReport verify(String email) throws IOException {
        var file = Path.of(System.getProperty("assay.root"), "docs", "samples", "sql-badge.json");
        return CredentialVerifier.create(
                        InstantSource.fixed(SHOWN_AROUND),
                        DocumentSource.none(),
                        VerificationPolicy.standard())
                .verify(Files.readAllBytes(file), Recipient.confirmed(email));
    }
}
