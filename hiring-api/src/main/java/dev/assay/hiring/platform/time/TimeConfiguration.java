package dev.assay.hiring.platform.time;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place that reads the system's clock; everything else is given a {@link Clock}. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    /**
     * Ticks in microseconds, the precision PostgreSQL keeps, so that what is stored equals what was
     * answered.
     */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), java.time.Duration.ofNanos(1_000));
    }
}
