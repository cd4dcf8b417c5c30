package dev.assay.hiring.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.testkit.SetClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnonymousLimitsTest {

    private static final RatePolicy TWO = new RatePolicy("anonymous", 2);

    private final SetClock clock = new SetClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final AnonymousLimits limits = new AnonymousLimits(clock);

    @Test
    void countsEachAddressByItselfAndAnewEachMinute() {
        assertThat(limits.count("192.0.2.1", TWO).allowed()).isTrue();
        assertThat(limits.count("192.0.2.1", TWO).remaining()).isZero();
        assertThat(limits.count("192.0.2.1", TWO).allowed()).isFalse();
        assertThat(limits.count("192.0.2.2", TWO).allowed()).isTrue();

        clock.advance(Duration.ofSeconds(60));

        assertThat(limits.count("192.0.2.1", TWO).allowed()).isTrue();
    }

    @Test
    void takesASiteOfIpv6ForOneCaller() {
        limits.count("2001:db8:0:1::1", TWO);
        limits.count("2001:db8:0:1::2", TWO);

        assertThat(limits.count("2001:db8:0:1:ffff::3", TWO).allowed()).isFalse();
        assertThat(limits.count("2001:db8:0:2::1", TWO).allowed()).isTrue();
    }
}
