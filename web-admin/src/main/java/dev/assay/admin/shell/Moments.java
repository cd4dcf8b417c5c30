package dev.assay.admin.shell;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Makes moments as seen when the page is made. */
@Component
public class Moments {

    private final Clock clock;

    public Moments(Clock clock) {
        this.clock = clock;
    }

    public Moment of(Instant instant) {
        return new Moment(instant, clock.instant());
    }
}
