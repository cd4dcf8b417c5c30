package dev.assay.hiring.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.issue.BadgeAward;
import dev.assay.credential.issue.OpenBadgeIssuer;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.proof.Ed25519SigningKey;
import dev.assay.credential.report.VerificationReport;
import dev.assay.credential.source.DocumentSource;
import dev.assay.hiring.scoring.engine.IgnoreReason;
import dev.assay.hiring.scoring.engine.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A badge that was valid when it was handed in, and is looked at again later. */
class EvidenceAssemblerTest {

    private static final String HOLDER = "liv.berg@example.org";
    private static final Instant AWARDED = Instant.parse("2026-01-10T09:00:00Z");
    private static final Instant SUBMITTED = Instant.parse("2026-06-01T12:00:00Z");
    private static final Instant END = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant LAST_MOMENT =
            END.plus(VerificationPolicy.standard().clockSkew()).minusNanos(1);

    @Test
    void countsUntilItsLastMoment() {
        var report = handedIn(Recipient.confirmed(HOLDER));

        assertThat(standing(report, LAST_MOMENT)).isEqualTo(new Standing.Counted());
    }

    @Test
    void ceasesToCountWhenItExpiresAfterSubmission() {
        var report = handedIn(Recipient.confirmed(HOLDER));

        assertThat(standing(report, LAST_MOMENT.plusNanos(1)))
                .isEqualTo(new Standing.Ignored(IgnoreReason.EXPIRED));
    }

    @Test
    void isNoLongerLeftOpenOnceExpired() {
        var report = handedIn(Recipient.unconfirmed(HOLDER));

        assertThat(standing(report, LAST_MOMENT))
                .isEqualTo(new Standing.Open(IgnoreReason.EMAIL_UNCONFIRMED));
        assertThat(standing(report, LAST_MOMENT.plusNanos(1)))
                .isEqualTo(new Standing.Ignored(IgnoreReason.EXPIRED));
    }

    @Test
    void keepsTheReasonItFailedForBefore() {
        var report = handedIn(Recipient.confirmed("eve@example.org"));

        assertThat(standing(report, LAST_MOMENT.plusNanos(1)))
                .isEqualTo(new Standing.Ignored(IgnoreReason.SUBJECT_MISMATCH));
    }

    @Test
    void standsOpenForNothingWhileNobodyKnowsWhatItShows() {
        assertThat(standing(VerificationReport.pending("Not here so far."), SUBMITTED))
                .isEqualTo(new Standing.Ignored(IgnoreReason.COULD_NOT_CHECK));
    }

    private static Standing standing(VerificationReport report, Instant now) {
        return EvidenceAssembler.standing(report, Optional.empty(), now);
    }

    private static VerificationReport handedIn(Recipient recipient) {
        var award =
                BadgeAward.of(
                                "https://college.example/awards/1",
                                "https://college.example/achievements/sql",
                                "SQL",
                                HOLDER,
                                "salt",
                                AWARDED)
                        .withValidUntil(END);
        var badge =
                OpenBadgeIssuer.create(Ed25519SigningKey.generate(), "Example College")
                        .issue(award);
        return CredentialVerifier.create(
                        InstantSource.fixed(SUBMITTED),
                        DocumentSource.none(),
                        VerificationPolicy.standard())
                .verify(badge.toString().getBytes(StandardCharsets.UTF_8), recipient);
    }
}
