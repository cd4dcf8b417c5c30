package dev.assay.credential.check;

import static dev.assay.credential.fixture.Samples.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Samples;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.IgnoreReason;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("F11: the recipient")
class SubjectTest {

    @Nested
    class AHashedAddress {

        @Test
        void isTheHoldersOwn() {
            assertThat(subject(Samples.badge(), Recipient.confirmed(Samples.HOLDER)))
                    .isEqualTo("passed ok");
        }

        @Test
        void isAmongSeveralOfTheHolders() {
            var recipient =
                    Recipient.confirmed("other@example.org", Samples.HOLDER, "third@example.org");

            assertThat(subject(Samples.badge(), recipient)).isEqualTo("passed ok");
        }

        @Test
        void isNotSomebodyElses() {
            var report = verify(Samples.badge(), Recipient.confirmed("eve@example.org"));

            assertThat(check(report, CheckName.SUBJECT)).isEqualTo("failed subject-mismatch");
            assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
            assertThat(report.ignoreReason()).contains(IgnoreReason.SUBJECT_MISMATCH);
        }

        @Test
        void doesNotCountWhileNobodyHasConfirmedIt() {
            var report = verify(Samples.badge(), Recipient.unconfirmed(Samples.HOLDER));

            assertThat(check(report, CheckName.SUBJECT))
                    .isEqualTo("indeterminate email-unconfirmed");
            assertThat(report.ignoreReason()).contains(IgnoreReason.EMAIL_UNCONFIRMED);
        }

        @Test
        void isNotMistakenForAnotherThatIsUnconfirmed() {
            var recipient =
                    new Recipient(Set.of("other@example.org"), Set.of("eve@example.org"), Set.of());

            assertThat(subject(Samples.badge(), recipient)).isEqualTo("failed subject-mismatch");
        }

        @ParameterizedTest
        @CsvSource({
            "liv.berg@example.org, LIV.Berg@Example.ORG, passed",
            "LIV.Berg@Example.ORG, LIV.Berg@Example.ORG, passed",
            "LIV.Berg@Example.ORG, liv.berg@example.org, failed",
            "liv.berg@example.org, ' liv.berg@example.org ', passed",
            "liv.berg@xn--bcher-kva.example, liv.berg@bücher.example, passed",
            "liv.berg@bücher.example, liv.berg@xn--bcher-kva.example, passed",
            "bjo\u0308rn@example.org, bj\u00f6rn@example.org, passed",
            "bj\u00f6rn@example.org, bjo\u0308rn@example.org, passed",
            "bj\u00f6rn@example.org, bjorn@example.org, failed",
            "liv.berg@example.org, liv.berg+x@example.org, failed",
            "liv.berg@example.org, livberg@example.org, failed"
        })
        void isComparedAsPeopleWriteAddresses(String hashed, String presented, String expected) {
            var badge = badge(hash("SHA-256", "sha256", hashed + "pinch"), true);

            assertThat(subject(badge, Recipient.confirmed(presented))).startsWith(expected);
        }

        /** An id is an address only where it says that it is one. */
        @ParameterizedTest
        @CsvSource({
            "mailto:liv.berg@example.org, passed ok",
            "urn:ab:liv.berg@example.org, failed subject-mismatch",
            "MAILTO:liv.berg@example.org, failed subject-mismatch"
        })
        void mayBeTheSubjectsId(String id, String expected) {
            var badge = Samples.unsigned();
            var subject = (ObjectNode) badge.path("credentialSubject");
            subject.remove("identifier");
            subject.put("id", id);

            assertThat(subject(Samples.sign(badge), Recipient.confirmed("liv.berg@example.org")))
                    .isEqualTo(expected);
        }

        @Test
        void mayBeHashedWithMd5AsOldBadgesAre() {
            var badge = badge(hash("MD5", "md5", Samples.HOLDER + "pinch"), true);

            assertThat(subject(badge, Recipient.confirmed(Samples.HOLDER))).isEqualTo("passed ok");
        }

        @Test
        void mayBeInUpperCaseHex() {
            var hash = hash("SHA-256", "", Samples.HOLDER + "pinch").toUpperCase(Locale.ROOT);

            assertThat(subject(badge("sha256" + hash, true), Recipient.confirmed(Samples.HOLDER)))
                    .isEqualTo("passed ok");
        }

        @ParameterizedTest
        @ValueSource(strings = {"pinch ", "PINCH", "", "other"})
        void dependsOnItsSalt(String salt) {
            var badge = badge(hash("SHA-256", "sha256", Samples.HOLDER + salt), true);

            assertThat(subject(badge, Recipient.confirmed(Samples.HOLDER)))
                    .isEqualTo("failed subject-mismatch");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "$", "sha256$", "sha256", "sha1$abc", "liv.berg@example.org"})
        void ofAnUnknownFormMatchesNobody(String identity) {
            assertThat(subject(badge(identity, true), Recipient.confirmed(Samples.HOLDER, "")))
                    .isEqualTo("failed subject-mismatch");
        }
    }

    @Nested
    class APlainAddress {

        @ParameterizedTest
        @CsvSource({
            "liv.berg@example.org, passed",
            "LIV.BERG@example.org, passed",
            "eve@example.org, failed"
        })
        void isComparedWithoutRegardToCase(String presented, String expected) {
            assertThat(
                            subject(
                                    badge("Liv.Berg@example.org", false),
                                    Recipient.confirmed(presented)))
                    .startsWith(expected);
        }

        @Test
        void mayBeTheIdOfTheSubject() {
            var badge = Samples.unsigned();
            ((ObjectNode) badge.path("credentialSubject")).put("id", "mailto:" + Samples.HOLDER);
            ((ObjectNode) badge.path("credentialSubject")).remove("identifier");

            assertThat(subject(Samples.sign(badge), Recipient.confirmed(Samples.HOLDER)))
                    .isEqualTo("passed ok");
        }
    }

    @Nested
    class ADid {

        @Test
        void isTheHoldersOwnOnceProven() {
            var badge = Samples.unsigned();
            ((ObjectNode) badge.path("credentialSubject")).put("id", Samples.key(3).didKey());
            var recipient = new Recipient(Set.of(), Set.of(), Set.of(Samples.key(3).didKey()));

            assertThat(subject(Samples.sign(badge), recipient)).isEqualTo("passed ok");
        }

        @Test
        void isNotAnothers() {
            var badge = Samples.unsigned();
            ((ObjectNode) badge.path("credentialSubject")).put("id", Samples.key(3).didKey());
            var recipient = new Recipient(Set.of(), Set.of(), Set.of(Samples.key(4).didKey()));

            assertThat(subject(Samples.sign(badge), recipient))
                    .isEqualTo("failed subject-mismatch");
        }
    }

    @Test
    void nobodyIsComparedWhenNobodyIsNamed() {
        assertThat(subject(Samples.badge(), Recipient.none()))
                .isEqualTo("not-applicable not-asked");
    }

    @Test
    void anIdentifierOfAnotherKindMatchesNoAddress() {
        var badge = Samples.unsigned();
        identity(badge).put("identityType", "systemId");

        assertThat(subject(Samples.sign(badge), Recipient.confirmed(Samples.HOLDER)))
                .isEqualTo("failed subject-mismatch");
    }

    @Property(tries = 300)
    void anyTextCanBeComparedWithAnyOther(@ForAll String identity, @ForAll String presented) {
        var email = new EmailIdentity(identity, false, "");

        assertThat(email.isOf(presented) && new EmailIdentity(identity, true, "").isOf(presented))
                .isFalse();
    }

    private static String subject(ObjectNode badge, Recipient recipient) {
        return check(verify(badge, recipient), CheckName.SUBJECT);
    }

    private static VerificationReport verify(ObjectNode badge, Recipient recipient) {
        return Samples.verifier()
                .verify(badge.toString().getBytes(StandardCharsets.UTF_8), recipient);
    }

    private static ObjectNode badge(String identity, boolean hashed) {
        var badge = Samples.unsigned();
        identity(badge).put("identityHash", identity).put("hashed", hashed);
        return Samples.sign(badge);
    }

    private static ObjectNode identity(ObjectNode badge) {
        return (ObjectNode) badge.path("credentialSubject").path("identifier").path(0);
    }

    private static String hash(String algorithm, String prefix, String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance(algorithm)
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return prefix + "$" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
