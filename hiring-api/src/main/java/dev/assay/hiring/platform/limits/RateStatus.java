package dev.assay.hiring.platform.limits;

import java.time.Duration;

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

    private long resetSeconds() {
        return reset.plusMillis(999).toSeconds();
    }
}
