package dev.assay.hiring.platform.work;

import dev.assay.hiring.platform.persistence.DatabaseUnavailable;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerWorkRepository.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/**
 * How much background work waits, and for how long the oldest has: {@code assay.work.waiting}
 * (employers) and {@code assay.work.oldest} (seconds), each by topic. Asked of the database at most
 * every few seconds, however often somebody scrapes; not a number while the database is away.
 */
@Component
class WorkMetrics implements MeterBinder {

    private static final Duration FRESH_FOR = Duration.ofSeconds(5);

    private final TenantTransaction transactions;
    private final EmployerWorkRepository repository;
    private final List<EmployerTask> tasks;
    private final Clock clock;

    private Snapshot latest = new Snapshot(Instant.MIN, Optional.empty());

    WorkMetrics(
            TenantTransaction transactions,
            EmployerWorkRepository repository,
            List<EmployerTask> tasks,
            Clock clock) {
        this.transactions = transactions;
        this.repository = repository;
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (EmployerTask task : tasks) {
            gauge("assay.work.waiting", task, Backlog::employers)
                    .description("Employers for which work of this topic is due")
                    .register(registry);
            gauge("assay.work.oldest", task, backlog -> secondsSince(backlog.oldest()))
                    .description("How long the oldest due work of this topic has waited")
                    .baseUnit("seconds")
                    .register(registry);
        }
    }

    private Gauge.Builder<WorkMetrics> gauge(
            String name, EmployerTask task, ToDoubleFunction<Backlog> measure) {
        return Gauge.builder(name, this, metrics -> metrics.measure(task.topic(), measure))
                .strongReference(true)
                .tag("topic", task.topic());
    }

    private double measure(String topic, ToDoubleFunction<Backlog> measure) {
        Optional<Map<String, Backlog>> backlogs = snapshot().backlogs();
        if (backlogs.isEmpty()) {
            return Double.NaN;
        }
        Backlog backlog = backlogs.get().get(topic);
        return backlog == null ? 0 : measure.applyAsDouble(backlog);
    }

    private synchronized Snapshot snapshot() {
        Instant now = clock.instant();
        if (latest.takenAt().isBefore(now.minus(FRESH_FOR))) {
            Optional<Map<String, Backlog>> backlogs = backlogs(now);
            // From the answer on: waiting in vain takes as long as an answer is fresh, and one
            // scrape asks for many of these.
            latest = new Snapshot(clock.instant(), backlogs);
        }
        return latest;
    }

    private Optional<Map<String, Backlog>> backlogs(Instant now) {
        try {
            return Optional.of(transactions.withoutTenantAsWorker(() -> repository.backlogs(now)));
        } catch (DatabaseUnavailable away) {
            return Optional.empty();
        }
    }

    private double secondsSince(Instant oldest) {
        return Duration.between(oldest, clock.instant()).toMillis() / 1_000.0;
    }

    private record Snapshot(Instant takenAt, Optional<Map<String, Backlog>> backlogs) {}
}
