package dev.assay.hiring.platform.limits;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param callsPerMinute of one caller at one employer, on all nodes together
 * @param costlyCallsPerMinute likewise, of those that verify credentials
 * @param anonymousCallsPerMinute from one address without a token, on each node
 * @param callsAtOnce on each node; more wait a moment, many more are turned away; 0 for 16 a
 *     processor
 * @param callsAtOncePerEmployer of these, how many may be one employer's; 0 for half of them
 * @param verificationsAtOncePerEmployer on each node; 0 for as many as it has processors
 */
@ConfigurationProperties("assay.limits")
@Validated
record LimitProperties(
        @DefaultValue("1200") @Min(1) int callsPerMinute,
        @DefaultValue("300") @Min(1) int costlyCallsPerMinute,
        @DefaultValue("120") @Min(1) int anonymousCallsPerMinute,
        @DefaultValue("0") @Min(0) int callsAtOnce,
        @DefaultValue("0") @Min(0) int callsAtOncePerEmployer,
        @DefaultValue("0") @Min(0) int verificationsAtOncePerEmployer) {

    private static final int A_PROCESSOR = 16;

    @AssertTrue(message = "one employer cannot have more calls at once than there are")
    boolean isShared() {
        return placesPerEmployer() <= places();
    }

    /** How many calls a node works on at once. */
    int places() {
        return callsAtOnce == 0
                ? A_PROCESSOR * Runtime.getRuntime().availableProcessors()
                : callsAtOnce;
    }

    int placesPerEmployer() {
        return callsAtOncePerEmployer == 0 ? (places() + 1) / 2 : callsAtOncePerEmployer;
    }
}
