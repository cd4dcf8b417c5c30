package dev.assay.hiring.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.hiring.shared.Mail;
import dev.assay.hiring.shared.MailKind;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTextTest {

    private static final Map<String, String> WORDS =
            Map.of("employer", "Harbor & Söhne", "link", "https://assay.example/me?a=1&b=2");

    @ParameterizedTest
    @EnumSource(MailKind.class)
    void everyKindHasATextThatUsesExactlyItsWords(MailKind kind) {
        var used =
                Pattern.compile("\\{\\{(.*?)}}")
                        .matcher(MailText.template(kind))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).isEqualTo(new TreeSet<>(kind.words()));
        assertThat(MailText.template(kind)).startsWith("Subject: ");
    }

    @Test
    void saysTheSameInPlainTextAndInHtml() {
        MailText text = MailText.of(MailKind.MEMBER_ADDED, WORDS);

        assertThat(text.subject()).isEqualTo("You were added to Harbor & Söhne on Assay");
        assertThat(text.plain()).contains("Harbor & Söhne has added you", WORDS.get("link"));
        assertThat(text.html())
                .contains("Harbor &amp; Söhne has added you")
                .contains("<a href=\"https://assay.example/me?a=1&amp;b=2\">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A\r\nBcc: all@example.org",
                "A\nBcc: all@example.org",
                "A\rBcc: all@example.org",
                "A\u0085Bcc: all@example.org",
                "A\u2028Bcc: all@example.org",
                "A\u0000Bcc: all@example.org"
            })
    void letsNoWordBreakOutOfItsLine(String employer) {
        MailText text =
                MailText.of(
                        MailKind.MEMBER_ADDED,
                        Map.of("employer", employer, "link", "https://assay.example/"));

        assertThat(text.subject()).isEqualTo("You were added to A Bcc: all@example.org on Assay");
        assertThat(text.plain()).startsWith("A Bcc: all@example.org has added you");
    }

    @Test
    void letsNoWordBecomeMarkupOrAnotherWord() {
        MailText text =
                MailText.of(
                        MailKind.MEMBER_ADDED,
                        Map.of(
                                "employer",
                                "<b>{{link}}</b> $1",
                                "link",
                                "https://assay.example/\"><script>"));

        assertThat(text.html())
                .doesNotContain("<b>", "<script>")
                .contains("&lt;b&gt;{{link}}&lt;/b&gt; $1");
    }

    @Test
    void refusesAMailWithAWordTooFewOrTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> mail(Map.of("employer", "A")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mail(Map.of("employer", "A", "link", "B", "more", "C")));
    }

    @Test
    void keepsAddressAndWordsOutOfItsName() {
        assertThat(mail(WORDS).toString()).doesNotContain("kim@example.org", "Harbor");
    }

    private static Mail mail(Map<String, String> words) {
        return new Mail(MailKind.MEMBER_ADDED, "kim@example.org", Optional.empty(), words);
    }
}
