package dev.assay.credential.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.fixture.Samples;
import dev.assay.credential.fixture.Web;
import dev.assay.credential.issue.OpenBadgeIssuer;
import dev.assay.credential.issue.StatusListIssuer;
import dev.assay.credential.issue.StatusListIssuer.StatusList;
import dev.assay.credential.issue.StatusPurpose;
import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.source.DocumentSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** F23: what a verdict rested on is enough to reach it again, years later and offline. */
@DisplayName("F23: what a verdict rested on")
class EvidenceTest {

    private static final String LIST = "https://status.example/1";

    @Test
    void givesTheSameReportYearsLaterAndOffline() {
        var verified = verify(new Web().with(LIST, list(Set.of())));
        assertThat(verified.report().outcome()).isEqualTo(Outcome.VERIFIED);

        assertThat(replay(verified.evidence())).isEqualTo(Outcome.VERIFIED);
        assertThat(later().replay(stored(verified.evidence()), Recipient.none()))
                .isEqualTo(verified.report());
    }

    @Test
    void givesTheSameRefusalToo() {
        var revoked = verify(new Web().with(LIST, list(Set.of(7))));
        var unreachable = verify(new Web());
        var withdrawn = verify(new Web().gone(LIST));

        assertThat(later().replay(stored(revoked.evidence()), Recipient.none()))
                .isEqualTo(revoked.report());
        assertThat(later().replay(stored(unreachable.evidence()), Recipient.none()))
                .isEqualTo(unreachable.report());
        assertThat(later().replay(stored(withdrawn.evidence()), Recipient.none()))
                .isEqualTo(withdrawn.report());
    }

    @Test
    void holdsEachDocumentOnce() {
        var evidence = verify(new Web().with(LIST, list(Set.of()))).evidence();

        assertThat(evidence.used()).extracting(u -> u.address().toString()).containsExactly(LIST);
    }

    @Test
    void withoutADocumentDecidesNothing() {
        var evidence = verify(new Web().with(LIST, list(Set.of()))).evidence();
        var less = new Evidence(evidence.at(), evidence.document(), List.of());

        assertThat(replay(less)).isEqualTo(Outcome.INDETERMINATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"verifiedAt\":\"2026-01-01T00:00:00Z\"}",
                "{\"verifiedAt\":\"yesterday\",\"document\":\"e30=\"}",
                "{\"verifiedAt\":\"2026-01-01T00:00:00Z\",\"document\":\"?\"}",
                "{\"verifiedAt\":\"2026-01-01T00:00:00Z\",\"document\":\"e30=\",\"used\":[{}]}",
                "{\"verifiedAt\":\"2026-01-01T00:00:00Z\",\"document\":\"e30=\",\"used\":"
                        + "[{\"address\":\"https://x.example\",\"content\":\"?\"}]}"
            })
    void thatIsMalformedIsNone(String json) {
        assertThat(Evidence.read(Samples.parse(json))).isEmpty();
    }

    private static Evidence stored(Evidence evidence) {
        return Evidence.read(Samples.parse(evidence.toJson().toString())).orElseThrow();
    }

    private static Outcome replay(Evidence evidence) {
        return later().replay(stored(evidence), Recipient.none()).outcome();
    }

    private static CredentialVerifier later() {
        return Samples.verifier(Samples.NOW.plus(Duration.ofDays(3_000)), DocumentSource.none());
    }

    private static Verified verify(Web web) {
        var badge =
                OpenBadgeIssuer.create(Samples.KEY, "Sample Academy")
                        .issue(Samples.award().withStatus(StatusPurpose.REVOCATION, LIST, 7));
        return Samples.verifier(Samples.NOW, web)
                .verifyWithEvidence(
                        badge.toString().getBytes(StandardCharsets.UTF_8), Recipient.none());
    }

    private static ObjectNode list(Set<Integer> set) {
        return StatusListIssuer.create(Samples.KEY)
                .issue(StatusList.of(LIST, StatusPurpose.REVOCATION, set, Samples.FROM));
    }
}
