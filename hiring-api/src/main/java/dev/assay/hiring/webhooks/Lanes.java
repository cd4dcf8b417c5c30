package dev.assay.hiring.webhooks;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.webhooks.EndpointRepository.Progress;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How many endpoints a node delivers to at once. Each has one lane and waits for itself alone.
 * Those that took their time last share half of the lanes, so that however many receivers drag
 * their feet, there are lanes for those that do not.
 */
@Component
class Lanes {

    static final int AT_ONCE = 256;

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Lane lane;
    private final Semaphore all;
    private final Semaphore slow;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Lanes(Lane lane) {
        this.lane = lane;
        this.all = new Semaphore(AT_ONCE);
        this.slow = new Semaphore(AT_ONCE / 2);
    }

    /**
     * Delivers to an endpoint on a lane, unless none is free, or what is asked for it says that
     * nothing is to be done. Returns at once.
     */
    void take(Actor.Service actor, EndpointId id, Supplier<Optional<Progress>> claim) {
        if (!all.tryAcquire()) {
            return;
        }
        boolean started = false;
        try {
            Optional<Progress> claimed = claim.get();
            if (claimed.isPresent()) {
                start(actor, claimed.get());
                started = true;
            }
        } finally {
            if (!started) {
                all.release();
            }
        }
    }

    private void start(Actor.Service actor, Progress claimed) {
        threads.execute(() -> {
            // Others' lanes are not held while waiting for one of the slow ones' half.
            boolean narrow = claimed.slow();
            if (narrow && !slow.tryAcquire()) {
                lane.leave(actor, claimed.endpoint().id());
                all.release();
                return;
            }
            try {
                run(actor, claimed);
            } finally {
                if (narrow) {
                    slow.release();
                }
                all.release();
            }
        });
    }

    @SuppressWarnings("IllegalCatch") // a worker: one endpoint's fault stops no other
    private void run(Actor.Service actor, Progress claimed) {
        try {
            lane.run(actor, claimed);
        } catch (RuntimeException failure) {
            // The lease ends by itself, and another worker takes over then.
            LOG.atError()
                    .addKeyValue("employer", actor.employer())
                    .addKeyValue("endpoint", claimed.endpoint().id())
                    .setCause(failure)
                    .log("deliveries to an endpoint broke off and will be taken up again");
        }
    }

    /** Lets those under way finish what they are sending. */
    @PreDestroy
    void stop() throws InterruptedException {
        lane.stop();
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }
}
