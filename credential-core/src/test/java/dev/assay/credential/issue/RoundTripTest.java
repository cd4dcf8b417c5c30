package dev.assay.credential.issue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.fixture.Fixtures;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.model.Party;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.Jcs;
import dev.assay.credential.proof.ProofSuite;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

class RoundTripTest {

    @Property(tries = 80)
    void whateverTheIssuerSignsIsVerifiedForItsRecipient(
            @ForAll("awards") BadgeAward award, @ForAll("suites") ProofSuite suite) {
        var issuer = OpenBadgeIssuer.create(Samples.key(5), "Ausbildung & Söhne", suite);
        var badge = issuer.issue(award);

        var report =
                Samples.verifierAt(award.validFrom())
                        .verify(bytes(badge), Recipient.confirmed(award.email()));

        assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
        assertThat(report.check(CheckName.SUBJECT).outcome()).isEqualTo(CheckOutcome.PASSED);
        var summary = report.credential().orElseThrow();
        assertThat(summary.name()).contains(award.name());
        assertThat(summary.validFrom()).contains(award.validFrom());
        assertThat(summary.validUntil()).isEqualTo(award.validUntil());
        assertThat(summary.issuer()).isEqualTo(new Party(issuer.id(), Optional.of(issuer.name())));
        assertThat(badge.toString()).doesNotContain(award.email());
    }

    @Property(tries = 250)
    void noBadgeIsVerifiedWithAByteChanged(
            @ForAll @IntRange(max = Integer.MAX_VALUE) int position,
            @ForAll byte value,
            @ForAll("suites") ProofSuite suite) {
        byte[] badge = bytes(Samples.sign(Samples.unsigned(suite), suite));
        byte[] altered = badge.clone();
        altered[position % altered.length] = value;

        assertStandsOrFalls(badge, altered);
    }

    /** One flip in one of seventeen places, through the whole badge. */
    @ParameterizedTest
    @EnumSource(value = ProofSuite.class, mode = EnumSource.Mode.MATCH_ANY, names = "ED.*")
    void noBadgeIsVerifiedWithABitFlipped(ProofSuite suite) {
        byte[] badge = bytes(Samples.sign(Samples.unsigned(suite), suite));
        for (int i = 0; i < badge.length; i += 17) {
            byte[] altered = badge.clone();
            altered[i] ^= 1;

            assertStandsOrFalls(badge, altered);
        }
    }

    /**
     * Other bytes may still spell the same JSON: 1.0 and 1e0, say, or two spellings of a letter.
     */
    private static void assertStandsOrFalls(byte[] badge, byte[] altered) {
        var outcome = Samples.verify(altered).outcome();
        if (outcome == Outcome.VERIFIED) {
            assertThat(isSameJson(badge, altered))
                    .as(() -> new String(altered, StandardCharsets.UTF_8))
                    .isTrue();
        }
    }

    private static boolean isSameJson(byte[] one, byte[] other) {
        try {
            return Arrays.equals(one, other)
                    || Jcs.canonical(Fixtures.MAPPER.readTree(one))
                            .equals(Jcs.canonical(Fixtures.MAPPER.readTree(other)));
        } catch (JacksonException _) {
            return false;
        }
    }

    @Provide
    Arbitrary<ProofSuite> suites() {
        return Arbitraries.of(ProofSuite.EDDSA_RDFC_2022, ProofSuite.EDDSA_JCS_2022);
    }

    @Provide
    Arbitrary<BadgeAward> awards() {
        var texts =
                Arbitraries.strings().ofMinLength(1).ofMaxLength(40).filter(RoundTripTest::isText);
        var emails =
                Arbitraries.strings()
                        .withCharRange('a', 'z')
                        .numeric()
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .map(name -> name + "@example.org");
        var times =
                Arbitraries.longs()
                        .between(0, Instant.parse("2090-01-01T00:00:00Z").getEpochSecond())
                        .map(Instant::ofEpochSecond);
        var levels = Arbitraries.integers().between(0, 5).list().ofMaxSize(3);
        return Combinators.combine(texts, emails, texts, times, levels, Arbitraries.of(true, false))
                .as(RoundTripTest::award);
    }

    private static BadgeAward award(
            String name,
            String email,
            String salt,
            Instant from,
            List<Integer> levels,
            boolean ends) {
        var award =
                BadgeAward.of("urn:uuid:1", "https://academy.example/a/1", name, email, salt, from);
        for (int i = 0; i < levels.size(); i++) {
            int level = levels.get(i);
            award =
                    award.withSkill(
                            "https://skills.example/" + i,
                            name + i,
                            level == 0 ? OptionalInt.empty() : OptionalInt.of(level));
        }
        return ends ? award.withValidUntil(from.plusSeconds(3600)) : award;
    }

    /** Whole characters other than U+0000: anything else is refused on reading, and rightly so. */
    private static boolean isText(String text) {
        return text.indexOf(0) < 0
                && text.equals(
                        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(ObjectNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }
}
