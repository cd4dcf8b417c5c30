package dev.assay.hiring.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {

    private static final String ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "-00f067aa0ba902b7-01";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + ID + PARENT,
                "01-" + ID + PARENT,
                "cc-" + ID + PARENT + "-what-comes-later"
            })
    void takesTheCallersIdFromAWellFormedHeader(String traceparent) {
        assertThat(TraceId.incoming(traceparent)).contains(new TraceId(ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ID,
                "00-00000000000000000000000000000000" + PARENT,
                "00-4BF92F3577B34DA6A3CE929D0E0E4736" + PARENT,
                "00-" + ID + PARENT + "-more",
                "ff-" + ID + PARENT,
                "00-" + ID + "-00f067aa0ba902b7",
                "01-" + ID + PARENT + "more"
            })
    void takesNothingFromAMalformedHeader(String traceparent) {
        assertThat(TraceId.incoming(traceparent)).isEmpty();
    }

    @Test
    void takesNothingFromAHeaderThatIsNotThere() {
        assertThat(TraceId.incoming(null)).isEmpty();
    }

    @Test
    void handsItselfOnInAHeaderThatOthersUnderstand() {
        TraceId trace = TraceId.next();

        assertThat(TraceId.incoming(trace.traceparent())).contains(trace);
        assertThat(trace.traceparent()).isNotEqualTo(trace.traceparent());
    }

    @Test
    void isCurrentOnlyWhileItsWorkRunsAndGivesWayToTheOuterOneAfterwards() {
        TraceId outer = TraceId.next();
        TraceId inner = TraceId.next();
        List<Optional<TraceId>> seen = new ArrayList<>();

        outer.run(() -> {
            inner.run(() -> seen.add(TraceId.current()));
            seen.add(TraceId.current());
        });
        seen.add(TraceId.current());

        assertThat(seen).containsExactly(Optional.of(inner), Optional.of(outer), Optional.empty());
    }

    @Test
    void endsWithItsWorkAlsoWhenThatFails() {
        assertThatThrownBy(() ->
                        TraceId.next()
                                .run(() -> {
                                    throw new IllegalStateException("no");
                                }))
                .hasMessage("no");

        assertThat(TraceId.current()).isEmpty();
    }

    @Test
    void refusesWhatIsNoId() {
        assertThatThrownBy(() -> new TraceId("abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
