package dev.assay.hiring.platform.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Calls that come when they come: each at its place of a fixed schedule, however long those before
 * it take. A call's latency runs from when it was to begin, so that a queue in front of the server
 * counts as what it is.
 */
final class OpenLoad {

    private final WireClient wire;

    OpenLoad(WireClient wire) {
        this.wire = wire;
    }

    /**
     * Sends so many calls a second for so many seconds, and returns when all are answered.
     *
     * @param calls the bytes of the n-th call
     */
    Outcome at(double perSecond, double seconds, IntFunction<byte[]> calls)
            throws InterruptedException {
        int count = (int) Math.max(1, perSecond * seconds);
        long[] nanos = new long[count];
        WireClient.Reply[] replies = new WireClient.Reply[count];
        long begun = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int call = i;
                long due = begun + (long) (i * 1e9 / perSecond);
                for (long left = due - System.nanoTime();
                        left > 0;
                        left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                byte[] request = calls.apply(call);
                threads.execute(() -> {
                    replies[call] = wire.send(request);
                    nanos[call] = System.nanoTime() - due;
                });
            }
        }
        return new Outcome(replies, nanos, (System.nanoTime() - begun) / 1e9);
    }

    /** The most there is: so many callers, each with the next call as soon as one is answered. */
    Outcome closed(int callers, double seconds, IntFunction<byte[]> calls)
            throws InterruptedException {
        List<WireClient.Reply> replies = new ArrayList<>();
        List<Long> nanos = new ArrayList<>();
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * 1e9);
        var places = new Semaphore(callers);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; System.nanoTime() < end; i++) {
                places.acquire();
                byte[] request = calls.apply(i);
                threads.execute(() -> {
                    long from = System.nanoTime();
                    WireClient.Reply reply = wire.send(request);
                    long took = System.nanoTime() - from;
                    places.release();
                    synchronized (replies) {
                        replies.add(reply);
                        nanos.add(took);
                    }
                });
            }
        }
        return new Outcome(
                replies.toArray(WireClient.Reply[]::new),
                nanos.stream().mapToLong(Long::longValue).toArray(),
                (System.nanoTime() - begun) / 1e9);
    }

    /** What came of some calls. */
    record Outcome(WireClient.Reply[] replies, long[] nanos, double seconds) {

        int accepted() {
            return (int) Arrays.stream(replies).filter(WireClient.Reply::isSuccess).count();
        }

        /** Refused with 429 or 503 and told when to come again. */
        int refused() {
            return (int) Arrays.stream(replies).filter(WireClient.Reply::isRefusal).count();
        }

        /** Neither done nor refused as it should be. */
        int failed() {
            return replies.length - accepted() - refused();
        }

        double perSecond() {
            return accepted() / seconds;
        }

        /** Of the accepted ones, in milliseconds; NaN when there are none. */
        double millis(int percent) {
            double[] took = new double[accepted()];
            int next = 0;
            for (int i = 0; i < replies.length; i++) {
                if (replies[i].isSuccess()) {
                    took[next++] = nanos[i] / 1e6;
                }
            }
            Arrays.sort(took);
            return took.length == 0 ? Double.NaN : took[(took.length - 1) * percent / 100];
        }
    }
}
