package dev.assay.hiring.platform.local;

import dev.assay.hiring.testkit.ApiAnswer;
import dev.assay.hiring.testkit.ApiClient;
import dev.assay.hiring.testkit.Badges;
import dev.assay.hiring.testkit.HiringDesk;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Recruiters' integrations that never give up: each hands in one application after the other, and
 * repeats a call that was not answered, with the same idempotency key, until it is.
 */
final class SubmissionLoad implements AutoCloseable {
    private static final Set<Integer> TRY_AGAIN = Set.of(409, 429, 500, 502, 503);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Supplier<ApiClient> caller;
    private final String path;
    private final int accepting;
    private final String skill;
    private final Badges school = new Badges();
    private final AtomicInteger people = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> writers = new ArrayList<>();
    private volatile boolean enough;

    private SubmissionLoad(Supplier<ApiClient> caller, String path, int accepting, String skill) {
        this.caller = caller;
        this.path = path;
        this.accepting = accepting;
        this.skill = skill;
    }

    static SubmissionLoad begin(
            int writers, Supplier<ApiClient> recruiter, String job, String skill) {
        return begin(writers, recruiter, "/v1/jobs/" + job + "/applications", 201, skill);
    }

    /**
     * The same to another address.
     *
     * @param accepting the status of the answer to what is accepted
     */
    static SubmissionLoad begin(
            int writers, Supplier<ApiClient> caller, String path, int accepting, String skill) {
        SubmissionLoad load = new SubmissionLoad(caller, path, accepting, skill);
        for (int writer = 0; writer < writers; writer++) {
            load.writers.add(load.threads.submit(load::write));
        }
        return load;
    }

    /** Returns once so many more applications have been accepted than now. */
    void awaitAccepted(int more) {
        int goal = accepted.size() + more;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (accepted.size() < goal) {
            for (Future<?> writer : writers) {
                if (writer.isDone()) {
                    throw new AssertionError("a writer gave up", writer.exceptionNow());
                }
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(
                        "%d of %d accepted after %s".formatted(accepted.size(), goal, PATIENCE));
            }
            LockSupport.parkNanos(PAUSE.toNanos() / 10);
        }
    }

    /**
     * Lets every writer finish what it has begun, and tells what was accepted: ids by e-mail
     * address. Nothing else was handed in.
     */
    Map<String, String> finish() throws Exception {
        enough = true;
        for (Future<?> writer : writers) {
            writer.get();
        }
        return Map.copyOf(accepted);
    }

    /** How many calls ended without the answer that says what came of them. */
    int unanswered() {
        return unanswered.get();
    }

    @Override
    public void close() {
        enough = true;
        threads.shutdownNow();
    }

    private void write() {
        while (!enough) {
            String email = "drill-%d@example.org".formatted(people.incrementAndGet());
            String body = HiringDesk.application(email, school.badge(email, skill)).toString();
            accepted.put(email, submit(body));
        }
    }

    private String submit(String body) {
        String key = UUID.randomUUID().toString();
        while (true) {
            try {
                ApiAnswer answer = caller.get().with("Idempotency-Key", key).post(path, body);
                if (!TRY_AGAIN.contains(answer.status())) {
                    return answer.expect(accepting).id();
                }
            } catch (UncheckedIOException lost) {
                unanswered.incrementAndGet();
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("interrupted");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
