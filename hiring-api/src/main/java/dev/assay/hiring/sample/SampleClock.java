package dev.assay.hiring.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * The system's clock, which the seeding stops in the past while it does what people did back then.
 */
final class SampleClock extends Clock {

    private static final ScopedValue<Instant> THEN = ScopedValue.newInstance();

    private final Clock clock;

    SampleClock(Clock clock) {
        this.clock = clock;
    }

    /** Does something as if it were then. */
    static <T> T at(Instant then, Supplier<T> deed) {
        return ScopedValue.where(THEN, then).call(deed::get);
    }

    @Override
    public Instant instant() {
        return THEN.isBound() ? THEN.get() : clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SampleClock(clock.withZone(zone));
    }
}
