package dev.assay.hiring.candidates.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ConfirmationThrottleTest {

    private final Ticking clock = new Ticking();
    private final ConfirmationThrottle throttle = new ConfirmationThrottle(clock);

    @Test
    void admitsSoManyAMinuteFromOneAddressAndNotOneMore() {
        for (int i = 0; i < ConfirmationThrottle.A_MINUTE; i++) {
            assertThat(throttle.admits("192.0.2.1")).isTrue();
        }
        assertThat(throttle.admits("192.0.2.1")).isFalse();
        assertThat(throttle.admits("192.0.2.2")).isTrue();

        clock.now = clock.now.plus(Duration.ofMinutes(1));
        assertThat(throttle.admits("192.0.2.1")).isTrue();
    }

    private static final class Ticking extends Clock {

        private Instant now = Instant.parse("2026-03-02T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
