package dev.assay.hiring.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.Outcome;
import dev.assay.hiring.platform.fetch.Certificates;
import dev.assay.hiring.platform.fetch.FetchGuard;
import dev.assay.hiring.platform.fetch.Guards;
import dev.assay.hiring.platform.fetch.TestServer;
import dev.assay.hiring.testkit.WebSchool;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever waits for a verification does not wait for strangers for long. */
@Timeout(60)
class VerifyingTest {

    private static final String KIM = "kim@example.org";
    private static final Certificates TLS = Certificates.forNames("badges.example");
    private static final Duration SHORT = Duration.ofMillis(300);

    private final TestServer silent = TestServer.canary();

    @AfterEach
    void stop() {
        silent.close();
    }

    @Test
    void givesStrangersOneTimeForAllAndLeavesTheRestUndecided() {
        List<SubmittedCredential> badges =
                List.of(badge(new WebSchool()), badge(new WebSchool()), badge(new WebSchool()));
        try (FetchGuard guard = guard()) {
            List<VerifiedCredential> verified =
                    new Verifying(
                                    guard,
                                    new VerificationMetrics(new SimpleMeterRegistry()),
                                    Clock.systemUTC())
                            .all(badges, Recipient.confirmed(KIM), SHORT);

            assertThat(verified)
                    .hasSize(3)
                    .allSatisfy(one -> {
                        assertThat(one.report().outcome()).isEqualTo(Outcome.INDETERMINATE);
                        assertThat(one.report().check(CheckName.PROOF).code())
                                .isEqualTo(CheckCode.KEY_UNAVAILABLE);
                        assertThat(Recheck.mayHelp(one.report())).isTrue();
                    });
        }
        // The first one used the time up; nobody else was asked.
        assertThat(silent.connections).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void fetchesCredentialsSideBySideAndLeavesThemPending() {
        List<SubmittedCredential> addresses =
                List.of(
                        new CredentialAddress("https://badges.example/1"),
                        new CredentialAddress("https://badges.example/2"),
                        new CredentialAddress("https://badges.example/3"));
        try (FetchGuard guard = guard()) {
            List<VerifiedCredential> verified =
                    new Verifying(
                                    guard,
                                    new VerificationMetrics(new SimpleMeterRegistry()),
                                    Clock.systemUTC())
                            .all(addresses, Recipient.confirmed(KIM), SHORT);

            assertThat(verified)
                    .extracting(one -> one.address().orElseThrow())
                    .isEqualTo(addresses);
            assertThat(verified)
                    .allSatisfy(one -> {
                        assertThat(one.document()).isEmpty();
                        assertThat(one.report().check(CheckName.STRUCTURE).code())
                                .isEqualTo(CheckCode.PENDING);
                        assertThat(one.report().outcome()).isEqualTo(Outcome.INDETERMINATE);
                    });
        }
    }

    @Test
    void doesNotKeepADocumentThatIsLargerThanAnyCredential() {
        byte[] block = new byte[16 * 1024];
        new Random(7).nextBytes(block);
        byte[] packed = new byte[SubmittedDocument.MAXIMUM_BYTES + 1];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = block[i % block.length];
        }
        TestServer large =
                TestServer.secure(
                        TLS.server(),
                        TestServer.document("Content-Encoding: gzip\r\n", Guards.gzip(packed)));
        try (large;
                FetchGuard guard = new Guards().before(large, TLS.client())) {
            VerifiedCredential verified =
                    new Verifying(
                                    guard,
                                    new VerificationMetrics(new SimpleMeterRegistry()),
                                    Clock.systemUTC())
                            .all(
                                    List.of(new CredentialAddress("https://badges.example/1")),
                                    Recipient.confirmed(KIM),
                                    Duration.ofSeconds(10))
                            .getFirst();

            assertThat(verified.document()).isEmpty();
            assertThat(verified.report().outcome()).isEqualTo(Outcome.FAILED);
        }
    }

    private FetchGuard guard() {
        return new Guards().before(silent, TLS.client());
    }

    private static SubmittedCredential badge(WebSchool school) {
        return new SubmittedDocument(
                school.badge(KIM, "https://skills.example/sql")
                        .toString()
                        .getBytes(StandardCharsets.UTF_8),
                "application/json");
    }
}
