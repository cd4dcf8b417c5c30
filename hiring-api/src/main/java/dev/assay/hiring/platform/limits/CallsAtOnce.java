package dev.assay.hiring.platform.limits;

import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;

/**
 * Bounds how many calls this node works on at once, and how many of them are one employer's, so
 * that those it takes are answered in good time and no employer crowds the others out.
 */
final class CallsAtOnce {

    /** A partner has this part of its employer's places at most. */
    private static final int PARTNERS_SHARE = 4;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Turnstile node;
    private final int perEmployer;
    private final Duration patience;
    private final int perPartner;
    private final Map<EmployerId, Turnstile> employers = new ConcurrentHashMap<>();
    private final Map<Share, Turnstile> partners = new ConcurrentHashMap<>();

    /**
     * @param patience how long a call waits for a place; as many may wait as there are places, of a
     *     partner as many as its employer has
     */
    CallsAtOnce(int onNode, int perEmployer, Duration patience) {
        this.node = new Turnstile(onNode, onNode);
        this.perEmployer = perEmployer;
        this.perPartner = (perEmployer + PARTNERS_SHARE - 1) / PARTNERS_SHARE;
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

    /**
     * Like {@link #enter(EmployerId)}. A partner has but a share of its employer's places, so that
     * neither another partner nor the employer's own people wait for a loud one.
     */
    Runnable enter(Actor actor) {
        if (!(actor instanceof Actor.Partner partner)) {
            return enter(actor.employer());
        }
        Turnstile share =
                partners.computeIfAbsent(
                        new Share(partner.employer(), partner.partner()),
                        _ -> new Turnstile(perPartner, perEmployer));
        if (!share.enter(patience)) {
            throw new TryLater(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-calls-at-once",
                    "You have too many calls under way at once.",
                    RETRY_AFTER);
        }
        boolean entered = false;
        try {
            Runnable leave = enter(partner.employer());
            entered = true;
            return () -> {
                leave.run();
                share.leave();
            };
        } finally {
            if (!entered) {
                share.leave();
            }
        }
    }

    private record Share(EmployerId employer, UUID partner) {}

    /** How many calls this node works on now. */
    int underWay() {
        return node.within();
    }

    /** How many of an employer's calls wait for a place. */
    int waiting(EmployerId employer) {
        return own(employer).waiting();
    }

    private Turnstile own(EmployerId employer) {
        return employers.computeIfAbsent(employer, _ -> new Turnstile(perEmployer, perEmployer));
    }
}
