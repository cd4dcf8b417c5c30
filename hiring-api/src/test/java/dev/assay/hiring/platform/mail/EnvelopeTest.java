package dev.assay.hiring.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final MailId ID =
            new MailId(UUID.fromString("01a20ada-2c00-7a00-8000-000000000001"));
    private static final Session SESSION = Session.getInstance(new Properties());

    private final Envelope envelope = new Envelope("no-reply@assay.example");

    @Test
    void writesToOneRecipientInUtf8() throws Exception {
        MimeMessage read = read(text("Grüße aus 東京"), "kim@example.org");

        assertThat(read.getSubject()).isEqualTo("Grüße aus 東京");
        assertThat(read.getAllRecipients()).containsExactly(new InternetAddress("kim@example.org"));
        assertThat(read.getFrom()).containsExactly(new InternetAddress("no-reply@assay.example"));
        assertThat(read.getContentType()).startsWith("multipart/alternative");
        var bodies = (jakarta.mail.Multipart) read.getContent();
        assertThat(bodies.getBodyPart(0).getContent()).isEqualTo("Grüße\n");
        assertThat(bodies.getBodyPart(0).getContentType())
                .isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(bodies.getBodyPart(1).getContentType())
                .isEqualToIgnoringCase("text/html; charset=UTF-8");
    }

    @Test
    void namesTheMailByItsOwnIdHoweverOftenItIsSent() throws Exception {
        String first = read(text("A"), "kim@example.org").getMessageID();

        assertThat(first).isEqualTo("<" + ID + "@assay.example>");
        assertThat(read(text("A"), "kim@example.org").getMessageID()).isEqualTo(first);
    }

    @Test
    void keepsASubjectWithLineBreaksInOneHeader() throws Exception {
        MimeMessage read = read(text("A\r\nBcc: all@example.org\r\n\r\nB"), "kim@example.org");

        assertThat(read.getHeader("Bcc")).isNull();
        assertThat(read.getSubject()).isEqualTo("A Bcc: all@example.org B");
    }

    @Test
    void takesADomainBeyondAscii() throws Exception {
        assertThat(read(text("A"), "kim@bücher.example").getAllRecipients())
                .containsExactly(new InternetAddress("kim@xn--bcher-kva.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org,b@example.org",
                "a@example.org;b@example.org",
                "a<b@example.org>",
                "<a@example.org>",
                "a@example.org\r\nBcc: b@example.org",
                "a\u2028@example.org",
                "a b@example.org",
                "a@",
                "@example.org",
                "a@exa mple.org",
                "group:a@example.org;",
                "a(b)@example.org"
            })
    void refusesForGoodWhatIsNotOneAddress(String recipient) {
        assertThatExceptionOfType(DeliveryRefused.class)
                .isThrownBy(() -> around(text("A"), recipient))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("address-malformed");
                    assertThat(refused.isForGood()).isTrue();
                    assertThat(refused.getCause()).isNull();
                });
    }

    private MimeMessage read(MailText text, String recipient) throws Exception {
        var out = new ByteArrayOutputStream();
        around(text, recipient).writeTo(out);
        assertThat(out.toString(StandardCharsets.US_ASCII).lines().toList())
                .allMatch(line -> line.length() <= 998)
                .isNotEqualTo(List.of());
        return new MimeMessage(SESSION, new ByteArrayInputStream(out.toByteArray()));
    }

    private MimeMessage around(MailText text, String recipient) throws DeliveryRefused {
        return envelope.around(SESSION, ID, text, recipient, Instant.parse("2026-03-02T10:00:00Z"));
    }

    private static MailText text(String subject) {
        return new MailText(subject, "Grüße\n", "<p>Grüße</p>");
    }
}
