package dev.assay.hiring.platform.limits;

import dev.assay.hiring.platform.security.CallingActor;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Remembers who has used up the quota of the window, by the token they call with and the employer
 * they name, so that the next call is refused before it is even asked who they are. People only:
 * whom a partner calls for depends on the call.
 */
final class SpentCallers {

    /** Beyond so many, the others are refused a little later in their calls. */
    private static final int MOST = 10_000;

    private final Clock clock;
    private final AtomicReference<Window> window =
            new AtomicReference<>(new Window(Instant.MIN, Map.of()));

    SpentCallers(Clock clock) {
        this.clock = clock;
    }

    void remember(HttpServletRequest request, RatePolicy policy) {
        if (CallingActor.find(request).filter(Actor.Person.class::isInstance).isEmpty()) {
            return;
        }
        Map<String, RatePolicy> callers = current().callers();
        if (callers.size() < MOST) {
            callers.put(key(request), policy);
        }
    }

    /** How the caller stands who has nothing left; empty for all others. */
    Optional<RateStatus> standing(HttpServletRequest request) {
        Window current = current();
        return current.callers().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(current.callers().get(key(request)))
                        .map(policy ->
                                new RateStatus(
                                        policy,
                                        false,
                                        0,
                                        Duration.between(
                                                clock.instant(),
                                                current.start().plus(RatePolicy.WINDOW))));
    }

    private Window current() {
        Instant start = RatePolicy.windowOf(clock.instant());
        return window.updateAndGet(held ->
                held.start().equals(start) ? held : new Window(start, new ConcurrentHashMap<>()));
    }

    /** Not the token itself: it would outlive its call. */
    private static String key(HttpServletRequest request) {
        String said =
                request.getHeader("Authorization") + "\n" + request.getHeader("Assay-Employer");
        return Sha256.hex(said);
    }

    private record Window(Instant start, Map<String, RatePolicy> callers) {}
}
