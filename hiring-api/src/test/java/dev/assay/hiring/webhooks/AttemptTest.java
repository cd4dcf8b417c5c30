package dev.assay.hiring.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.fetch.Posted;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttemptTest {

    @Test
    void whatAStrangerSaidIsKeptShortAndPlain() {
        assertThat(Attempt.safe("no\r\nway \u001b[31m\u202egnirts\u2028x\ud800"))
                .isEqualTo("no way [31m gnirts x");
        assertThat(Attempt.safe("a".repeat(5_000))).hasSize(300);
        assertThat(Attempt.safe("naïve 😀")).isEqualTo("naïve 😀");
    }

    @Test
    void onlyWhatWasSaidToARefusalIsKept() {
        assertThat(of(200, "thanks").response()).isEmpty();
        assertThat(of(200, "thanks").isTaken()).isTrue();
        assertThat(of(400, "no thanks").response()).contains("no thanks");
        assertThat(of(400, "\n").response()).isEmpty();
        assertThat(of(399, "").isTaken()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "application.moved, true",
        "application.filed, true",
        "job.created, true",
        "job.changed, false",
        "applications.moved, false",
        "jobx.created, false"
    })
    void anEndpointWantsTypesAndWholeKinds(String type, boolean wanted) {
        var content =
                new EndpointContent(
                        "https://a.example/",
                        Optional.empty(),
                        Set.of("application.*", "job.created"),
                        true);

        assertThat(content.wants(type)).isEqualTo(wanted);
        assertThat(
                        new EndpointContent("https://a.example/", Optional.empty(), Set.of(), true)
                                .wants(type))
                .isTrue();
    }

    private static Attempt of(int status, String said) {
        return Attempt.of(
                OptionalLong.of(1),
                UUID.randomUUID(),
                Instant.EPOCH,
                1,
                new Posted.Answered(status, Optional.empty(), said));
    }
}
