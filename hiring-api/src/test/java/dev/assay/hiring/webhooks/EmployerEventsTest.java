package dev.assay.hiring.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.platform.events.Event;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an employer's endpoint is sent of an event. */
class EmployerEventsTest {

    private static final int MOST_BYTES = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e9", "\u8a9e", "\ud83d\udca1"})
    void aMessageHasLessThan20KilobytesWhateverItsLettersTakeAndKeepsDetailsThatFit(String letter) {
        assertThat(message(letter.repeat(40_000)).body()).hasSizeLessThan(MOST_BYTES);
        assertThat(message(letter.repeat(40_000)).details()).isEqualTo("null");
        assertThat(message(letter.repeat(7_000)).body()).hasSizeLessThan(MOST_BYTES);
        assertThat(message(letter.repeat(4_000)).details()).contains(letter);
    }

    private static Sent message(String text) {
        HeardEvent heard =
                EmployerEvents.heard(
                        new Event(
                                new UUID(1, 2),
                                7,
                                "employer-skill.changed",
                                Instant.EPOCH,
                                "employer-skill",
                                new UUID(3, 4),
                                JsonNodeFactory.instance.objectNode().put("text", text),
                                Optional.empty()));
        return new Sent(WebhookMessage.of(heard).body(), heard.data().path("details").toString());
    }

    @SuppressWarnings("ArrayRecordComponent") // looked at once
    private record Sent(byte[] body, String details) {}
}
