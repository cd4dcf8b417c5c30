package dev.assay.hiring.platform.ledger;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sequencer as a task of db-scheduler, leased to one node at a time. */
@Configuration(proxyBeanMethods = false)
class SequencerConfiguration {

    private static final Duration EVERY = Duration.ofMillis(250);

    @Bean
    RecurringTask<Void> sequencing(Sequencer sequencer) {
        return Tasks.recurring(Sequencer.NAME, FixedDelay.of(EVERY))
                .execute((_, _) -> sequencer.run());
    }

    /** How long the oldest row has been waiting for its number: seconds, when all is well. */
    @Bean
    MeterBinder ledgerLag(LedgerNotes notes, Clock clock) {
        return meters ->
                Gauge.builder("assay.ledger.lag", () -> lag(notes, clock))
                        .baseUnit("seconds")
                        .description("Age of the oldest event or audit row without a number")
                        .register(meters);
    }

    private static double lag(LedgerNotes notes, Clock clock) {
        return notes.oldest()
                .map(oldest -> Duration.between(oldest, clock.instant()).toMillis() / 1_000.0)
                .orElse(0.0);
    }
}
