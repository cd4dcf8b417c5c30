package dev.assay.hiring.candidates.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * So many looks a minute from one network address, on each node. Links cannot be guessed; this
 * keeps whoever tries from costing much.
 */
@Component
class ConfirmationThrottle {

    static final int A_MINUTE = 30;

    private static final int REMEMBERED = 10_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    ConfirmationThrottle(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean admits(String address) {
        Instant now = clock.instant();
        Window window = windows.get(address);
        if (window == null || !now.isBefore(window.end())) {
            windows.remove(address);
            window = new Window(now.plus(MINUTE), 0);
        }
        windows.put(address, new Window(window.end(), window.count() + 1));
        if (windows.size() > REMEMBERED) {
            // The one that began longest ago.
            windows.remove(windows.keySet().iterator().next());
        }
        return window.count() < A_MINUTE;
    }

    private record Window(Instant end, int count) {}
}
