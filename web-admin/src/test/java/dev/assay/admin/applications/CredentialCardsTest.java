package dev.assay.admin.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.scoring.EvidenceWords;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Words;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckName;
import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.InputFault;
import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.credentials.CredentialId;
import dev.assay.hiring.credentials.Recheck;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a card says of a credential that is still open. */
class CredentialCardsTest {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Words words = RenderedPage.words();
    private final CredentialCards cards =
            new CredentialCards(
                    new EvidenceWords(words), words, new Moments(Clock.fixed(NOW, ZoneOffset.UTC)));

    @Test
    void saysThatItWasNotFetchedAndWhenThatIsTriedAgain() {
        assertThat(says(Optional.of(new Recheck(NOW, 3, NOW.plusSeconds(3_600)))))
                .anySatisfy(say ->
                        assertThat(say)
                                .contains("could not fetch it", "next on 25 Nov 2026, 13:00 UTC"));
    }

    @Test
    void saysThatItIsBeingTriedWhenItIsDue() {
        assertThat(says(Optional.of(new Recheck(NOW, 0, NOW))))
                .anySatisfy(say -> assertThat(say).contains("next in a moment"));
    }

    @Test
    void saysNothingOfTheKindOnceItIsSettled() {
        assertThat(says(Optional.empty()))
                .isNotEmpty()
                .noneSatisfy(say -> assertThat(say).contains("try again"));
    }

    @Test
    void callsWhatIsNotThereByTheReason() {
        var erased =
                new VerificationReport(
                        CredentialFormat.OPEN_BADGES_3,
                        Optional.empty(),
                        Arrays.stream(CheckName.values())
                                .map(name -> Check.passed(name, ""))
                                .toList(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        var garbled =
                VerificationReport.unreadable(
                        new InputFault(CheckCode.MALFORMED_JSON, "No JSON.", Optional.empty()));

        assertThat(card(VerificationReport.pending("Not so far."), Optional.empty()))
                .returns("Not fetched yet", CredentialCard::title)
                .extracting(card -> card.tier().word())
                .isEqualTo("issuer not known yet");
        assertThat(card(erased, Optional.empty()).title()).isEqualTo("Erased credential");
        assertThat(card(garbled, Optional.empty()).title()).isEqualTo("Unreadable document");
    }

    private List<String> says(Optional<Recheck> recheck) {
        return card(VerificationReport.pending("Not fetched so far."), recheck).says().stream()
                .map(CredentialCard.Say::sentence)
                .toList();
    }

    private CredentialCard card(VerificationReport report, Optional<Recheck> recheck) {
        var credential =
                new StoredCredential(
                        new CredentialId(UUID.randomUUID()),
                        new ApplicationId(UUID.randomUUID()),
                        new CandidateId(UUID.randomUUID()),
                        NOW,
                        Optional.empty(),
                        NOW,
                        report,
                        recheck);
        var score =
                new Score(
                        UUID.randomUUID(),
                        null,
                        null,
                        "ranked",
                        null,
                        "none",
                        new Score.Policy("standard", 1),
                        1,
                        NOW,
                        "digest",
                        List.of(),
                        List.of());
        return cards.card(
                new Actor.Service(new EmployerId(UUID.randomUUID()), "test"),
                credential,
                Optional.empty(),
                score);
    }
}
