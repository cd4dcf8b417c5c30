package dev.assay.hiring.platform.limits;

import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.shared.EmployerId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;

/**
 * Bounds how many calls this node works on at once, and how many of them are one employer's, so
 * that those it takes are answered in good time and no employer crowds the others out.
 */
final class CallsAtOnce {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Turnstile node;
    private final int perEmployer;
    private final Duration patience;
    private final Map<EmployerId, Turnstile> employers = new ConcurrentHashMap<>();

    /**
     * @param patience how long a call waits for a place; as many may wait as there are places
     */
    CallsAtOnce(int onNode, int perEmployer, Duration patience) {
        this.node = new Turnstile(onNode, onNode);
        this.perEmployer = perEmployer;
        this.patience = patience;
    }

    /**
     * @return to be run when the call is over
     * @throws TryLater when there is no place, with the status that says whose doing that is
     */
    Runnable enter(EmployerId employer) {
        Turnstile own = own(employer);
        if (!own.enter(patience)) {
            throw new TryLater(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-calls-at-once",
                    "Your employer has too many calls under way at once.",
                    RETRY_AFTER);
        }
        if (!node.enter(patience)) {
            own.leave();
            throw overloaded();
        }
        return () -> {
            node.leave();
            own.leave();
        };
    }

    static TryLater overloaded() {
        return new TryLater(
                HttpStatus.SERVICE_UNAVAILABLE,
                "overloaded",
                "There are more calls than can be served right now. Try again in a moment.",
                RETRY_AFTER);
    }

    /** How many of an employer's calls wait for a place. */
    int waiting(EmployerId employer) {
        return own(employer).waiting();
    }

    private Turnstile own(EmployerId employer) {
        return employers.computeIfAbsent(employer, _ -> new Turnstile(perEmployer, perEmployer));
    }
}
