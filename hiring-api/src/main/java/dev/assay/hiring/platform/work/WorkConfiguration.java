package dev.assay.hiring.platform.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Runs every {@link EmployerTask} and {@link Housekeeping} through db-scheduler: each is one
 * recurring task, leased to one node at a time. What else recurs is a bean of its own.
 */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    /** On one node. */
    private static final int LONG_WORK_AT_ONCE = 3;

    private static final String LONG_WORK = "long_work";

    @Bean
    WorkLoop workLoop(
            TenantTransaction transactions, EmployerWorkRepository repository, Clock clock) {
        return new WorkLoop(transactions, repository, clock);
    }

    @Bean
    HousekeepingLoop housekeepingLoop(
            TenantTransaction transactions, AllEmployersRepository employers) {
        return new HousekeepingLoop(transactions, employers);
    }

    @Bean
    WorkBegins workBegins(List<Scheduler> schedulers) {
        return new WorkBegins(() -> schedulers.forEach(Scheduler::start));
    }

    @Bean(destroyMethod = "stop")
    @Primary
    Scheduler scheduler(
            DataSource workerDataSource,
            WorkLoop loop,
            List<EmployerTask> tasks,
            HousekeepingLoop housekeepingLoop,
            List<Housekeeping> housekeeping,
            List<RecurringTask<?>> others,
            List<CustomTask<?>> longWork,
            MeterRegistry metrics) {
        List<RecurringTask<?>> recurring = new ArrayList<>(others);
        tasks.forEach(task ->
                recurring.add(
                        Tasks.recurring(task.topic(), FixedDelay.of(LOOK_EVERY))
                                .execute((_, _) -> loop.run(task))));
        housekeeping.forEach(tidying ->
                recurring.add(
                        Tasks.recurring(tidying.name(), FixedDelay.of(tidying.every()))
                                .execute((_, _) -> housekeepingLoop.run(tidying))));
        // Nodes before this version left long work here too.
        return settled(Scheduler.create(workerDataSource, List.copyOf(longWork)))
                .startTasks(recurring)
                .statsRegistry(new MicrometerStatsRegistry(metrics, recurring))
                .threads(recurring.size() + 1)
                .build();
    }

    /**
     * Long work has threads of its own, so that it never keeps other work from running, and waits
     * in a table of its own, from which a node takes only as much as it has threads for, however
     * much there is.
     */
    @Bean(destroyMethod = "stop")
    Scheduler longWorkScheduler(
            DataSource workerDataSource, List<CustomTask<?>> longWork, MeterRegistry metrics) {
        return settled(Scheduler.create(workerDataSource, List.copyOf(longWork)))
                .tableName(LONG_WORK)
                .statsRegistry(new MicrometerStatsRegistry(metrics, longWork))
                .threads(LONG_WORK_AT_ONCE)
                .build();
    }

    private static SchedulerBuilder settled(SchedulerBuilder scheduler) {
        return scheduler
                .commitWhenAutocommitDisabled(true)
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(Duration.ofSeconds(10))
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(Duration.ofSeconds(20));
    }
}
