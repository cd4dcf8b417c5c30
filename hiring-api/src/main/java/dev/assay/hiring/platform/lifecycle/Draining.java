package dev.assay.hiring.platform.lifecycle;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The first thing that happens when a node is told to go: it says that it is not ready, takes no
 * more background work, and serves on for the time of notice. Then the web server finishes what is
 * in flight, then the background tasks that run do, then the pools close.
 */
@Component
@EnableConfigurationProperties(ShutdownProperties.class)
class Draining implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

    private final ApplicationContext context;
    private final List<Scheduler> schedulers;
    private final ShutdownProperties properties;
    private final CountDownLatch forever = new CountDownLatch(1);

    private volatile boolean running;

    Draining(
            ApplicationContext context, List<Scheduler> schedulers, ShutdownProperties properties) {
        this.context = context;
        this.schedulers = List.copyOf(schedulers);
        this.properties = properties;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        AvailabilityChangeEvent.publish(context, this, ReadinessState.REFUSING_TRAFFIC);
        schedulers.forEach(Scheduler::pause);
        LOG.info("going: not ready any more, no new background work");
        try {
            boolean _ = forever.await(properties.notice().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before everything else, the web server included. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
