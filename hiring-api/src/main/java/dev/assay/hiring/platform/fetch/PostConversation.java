package dev.assay.hiring.platform.fetch;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Posts to one address over one connection, which is made anew, after another look at the host's
 * addresses, whenever it is gone. One post at a time. Every refusal is a {@link Posted.Failed} with
 * its reason, never an exception.
 */
public final class PostConversation implements AutoCloseable {

    private static final int BEGINNING = 2_048;

    private static final Duration BETWEEN_CONNECTIONS = Duration.ofMillis(100);

    /** The first five connections wait for nothing. */
    private static final Duration BURST = BETWEEN_CONNECTIONS.multipliedBy(5);

    private final PostGuard guard;
    private final String address;
    private Optional<Exchange> open = Optional.empty();
    private long next = System.nanoTime() - BURST.toNanos();

    PostConversation(PostGuard guard, String address) {
        this.guard = guard;
        this.address = address;
    }

    /**
     * Posts JSON. Not to be called inside a transaction.
     *
     * @param within for everything, from the question to the name servers to the last byte read
     */
    public Posted post(byte[] body, Map<String, String> headers, Duration within) {
        TenantTransaction.requireNone();
        FetchProperties properties = guard.properties();
        Optional<FetchFault> refusal = properties.refusal(address);
        if (refusal.isPresent()) {
            return new Posted.Failed(refusal.get());
        }
        if (!properties.network()
                || !(WebAddress.parse(address) instanceof WebAddress.Accepted(var accepted))) {
            return new Posted.Failed(FetchFault.NETWORK_OFF);
        }
        long start = System.nanoTime();
        Posted posted = inTime(accepted, body, headers, Deadline.in(within));
        return guard.counted(posted, System.nanoTime() - start);
    }

    @Override
    public void close() {
        cut();
    }

    private Posted inTime(
            WebAddress accepted, byte[] body, Map<String, String> headers, Deadline deadline) {
        try {
            Future<Posted> running =
                    guard.exchanges().submit(() -> post(accepted, body, headers, deadline));
            return running.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            cut();
            return new Posted.Failed(FetchFault.TIMED_OUT);
        } catch (ExecutionException failure) {
            cut();
            throw new IllegalStateException("a post ended in a fault of ours", failure.getCause());
        } catch (RejectedExecutionException _) {
            return new Posted.Failed(FetchFault.BUSY);
        } catch (InterruptedException _) {
            cut();
            Thread.currentThread().interrupt();
            return new Posted.Failed(FetchFault.BUSY);
        }
    }

    /** A host may have closed a connection that was kept; that is no fault, and tried anew once. */
    private Posted post(
            WebAddress accepted, byte[] body, Map<String, String> headers, Deadline deadline)
            throws InterruptedException {
        Optional<Exchange> kept = kept();
        try {
            if (kept.isPresent()) {
                try {
                    return answered(kept.get().post(body, headers, BEGINNING));
                } catch (FetchException failure) {
                    if (failure.fault() != FetchFault.BROKEN_ANSWER) {
                        throw failure;
                    }
                }
            }
            pace(deadline);
            Exchange fresh = guard.exchange(accepted, deadline);
            keep(fresh, deadline);
            return answered(fresh.post(body, headers, BEGINNING));
        } catch (FetchException failure) {
            return new Posted.Failed(deadline.isOver() ? FetchFault.TIMED_OUT : failure.fault());
        }
    }

    /**
     * A host that ends the connection after each post would have as many handshakes made as it
     * likes, at the cost of all others. It gets ten a second.
     */
    private void pace(Deadline deadline) throws FetchException, InterruptedException {
        long wait = turn() - System.nanoTime();
        if (wait > deadline.left().toNanos()) {
            throw new FetchException(FetchFault.TIMED_OUT);
        }
        TimeUnit.NANOSECONDS.sleep(wait);
    }

    private synchronized long turn() {
        long earliest = System.nanoTime() - BURST.toNanos();
        next = (next - earliest < 0 ? earliest : next) + BETWEEN_CONNECTIONS.toNanos();
        return next;
    }

    private static Posted answered(Answer answer) {
        return new Posted.Answered(
                answer.status(),
                answer.headers().first("Retry-After"),
                new String(answer.body(), StandardCharsets.UTF_8));
    }

    private synchronized Optional<Exchange> kept() {
        return open.filter(Exchange::isOpen);
    }

    private synchronized void keep(Exchange fresh, Deadline deadline) throws FetchException {
        if (deadline.isOver()) {
            throw new FetchException(FetchFault.TIMED_OUT);
        }
        open = Optional.of(fresh);
    }

    private synchronized void cut() {
        open.ifPresent(Exchange::close);
        open = Optional.empty();
    }
}
