package dev.assay.hiring.platform.limits;

import dev.assay.hiring.platform.problem.TryLater;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * How a caller stands after a call was counted.
 *
 * @param remaining how many more there are in this window; what other nodes took since this one
 *     last asked is not known here
 * @param reset until the next window
 */
record RateStatus(RatePolicy policy, boolean allowed, long remaining, Duration reset) {

    /** An item of {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers, section 3). */
    String policyItem() {
        return "\"%s\";q=%d;w=%d"
                .formatted(policy.name(), policy.quota(), RatePolicy.WINDOW.toSeconds());
    }

    /** An item of {@code RateLimit} (the same, section 4). */
    String item() {
        return "\"%s\";r=%d;t=%d".formatted(policy.name(), remaining, resetSeconds());
    }

    void tell(HttpServletResponse response) {
        tell(List.of(this), response);
    }

    static void tell(List<RateStatus> standing, HttpServletResponse response) {
        response.setHeader(
                "RateLimit-Policy",
                standing.stream().map(RateStatus::policyItem).collect(Collectors.joining(", ")));
        response.setHeader(
                "RateLimit",
                standing.stream().map(RateStatus::item).collect(Collectors.joining(", ")));
    }

    TryLater refusal() {
        return new TryLater(
                HttpStatus.TOO_MANY_REQUESTS,
                "rate-limited",
                "The quota of %d %s calls a minute is used up."
                        .formatted(policy.quota(), policy.name()),
                reset);
    }

    private long resetSeconds() {
        return reset.plusMillis(999).toSeconds();
    }
}
