package dev.assay.hiring.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.hiring.platform.mail.MailProperties.Encryption;
import dev.assay.hiring.platform.mail.MailProperties.Smtp;
import dev.assay.hiring.shared.EmployerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmtpTransportTest {

    private static final MailText TEXT = new MailText("A subject", "A body\n", "<p>A body</p>");
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void handsTheMailToTheServer() throws DeliveryRefused {
        try (var server = FakeMailServer.taking()) {
            deliver(server.port(), Encryption.NONE);

            assertThat(server.heard())
                    .anyMatch(line -> line.startsWith("MAIL FROM:<no-reply@assay.example>"))
                    .anyMatch(line -> line.startsWith("RCPT TO:<kim@example.org>"))
                    .contains("Subject: A subject", "A body");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 no kim@example.org here,  server-says-550, true",
        "553 5.1.3 what is kim@example.org,  server-says-553, true",
        "450 4.2.1 kim@example.org is busy,  server-says-450, false",
        "499 4.9.9 not now,                  server-says-499, false"
    })
    void tellsForGoodFromForNowByTheServersCode(String answer, String code, boolean forGood) {
        try (var server = FakeMailServer.answering(answer)) {
            DeliveryRefused refused = refusal(server.port(), Encryption.NONE);

            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.isForGood()).isEqualTo(forGood);
            // What the server said names a person, so it goes no further.
            assertThat(refused.getMessage()).doesNotContain("kim");
            assertThat(refused.getCause()).isNull();
        }
    }

    @Test
    void triesAgainLaterWhenNobodyListens() {
        int port;
        try (var gone = FakeMailServer.taking()) {
            port = gone.port();
        }

        DeliveryRefused refused = refusal(port, Encryption.NONE);

        assertThat(refused.code()).isEqualTo("server-unreachable");
        assertThat(refused.isForGood()).isFalse();
    }

    @Test
    void sendsNothingToAServerThatCannotEncrypt() {
        try (var server = FakeMailServer.taking()) {
            assertThat(refusal(server.port(), Encryption.STARTTLS).isForGood()).isFalse();
            assertThat(server.heard()).noneMatch(line -> line.startsWith("RCPT"));
        }
    }

    @Test
    void waitsTwiceAsLongAfterEveryAttemptUpToALimit() {
        assertThat(MailDelivery.pauseAfter(1)).isEqualTo(Duration.ofSeconds(30));
        assertThat(MailDelivery.pauseAfter(2)).isEqualTo(Duration.ofMinutes(1));
        assertThat(MailDelivery.pauseAfter(9)).isEqualTo(Duration.ofMinutes(128));
        assertThat(MailDelivery.pauseAfter(10)).isEqualTo(Duration.ofHours(4));
        assertThat(MailDelivery.pauseAfter(MailDelivery.MOST_ATTEMPTS))
                .isEqualTo(Duration.ofHours(4));
    }

    private static DeliveryRefused refusal(int port, Encryption encryption) {
        DeliveryRefused refused =
                catchThrowableOfType(DeliveryRefused.class, () -> deliver(port, encryption));
        assertThat(refused).isNotNull();
        return refused;
    }

    private static void deliver(int port, Encryption encryption) throws DeliveryRefused {
        new SmtpTransport(
                        new Smtp("localhost", port, null, null, encryption),
                        new Envelope("no-reply@assay.example"),
                        CLOCK)
                .deliver(
                        new EmployerId(UUID.randomUUID()),
                        new MailId(UUID.randomUUID()),
                        TEXT,
                        "kim@example.org");
    }
}
