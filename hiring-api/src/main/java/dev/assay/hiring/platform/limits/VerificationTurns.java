package dev.assay.hiring.platform.limits;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Bounds how many credentials are verified at once for one employer on this node, so that one with
 * many leaves the processors to others in between.
 */
@Component
public class VerificationTurns {

    /** More than any honest burst: a hundred credentials wait their turn in a few seconds. */
    private static final int MOST_WAITING = 256;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final int atOnce;
    private final Map<EmployerId, Turnstile> employers = new ConcurrentHashMap<>();

    VerificationTurns(LimitProperties properties) {
        this.atOnce =
                properties.verificationsAtOncePerEmployer() == 0
                        ? Runtime.getRuntime().availableProcessors()
                        : properties.verificationsAtOncePerEmployer();
    }

    /**
     * Verifies when it is the employer's turn.
     *
     * @throws TryLater when too many wait already, or the turn does not come; nothing was done then
     * @throws IllegalStateException inside a transaction
     */
    public <T> T take(Actor actor, Supplier<T> verification) {
        TenantTransaction.requireNone();
        Turnstile turnstile =
                employers.computeIfAbsent(
                        actor.employer(), _ -> new Turnstile(atOnce, MOST_WAITING));
        if (!turnstile.enter(PATIENCE)) {
            throw new TryLater(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "verification-busy",
                    "Too many of your employer's credentials are being verified right now.",
                    RETRY_AFTER);
        }
        try {
            return verification.get();
        } finally {
            turnstile.leave();
        }
    }
}
