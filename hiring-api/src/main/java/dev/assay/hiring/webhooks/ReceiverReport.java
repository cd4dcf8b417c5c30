package dev.assay.hiring.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** What trying out a webhook endpoint found, one check after the other. */
public record ReceiverReport(List<Check> checks) {

    public ReceiverReport {
        checks = List.copyOf(checks);
    }

    /**
     * Of all checks together: failed when one is; unchecked when one could not be made and none
     * failed; passed otherwise, whatever was advised.
     */
    @JsonProperty
    public Outcome outcome() {
        if (has(Outcome.FAILED)) {
            return Outcome.FAILED;
        }
        return has(Outcome.UNCHECKED) ? Outcome.UNCHECKED : Outcome.PASSED;
    }

    private boolean has(Outcome outcome) {
        return checks.stream().anyMatch(check -> check.outcome() == outcome);
    }

    /**
     * One thing that was looked at.
     *
     * @param name short, and the same in every version
     * @param detail what was found, and what to do about it
     */
    public record Check(String name, Outcome outcome, String detail) {}

    /** How a check ended. */
    public enum Outcome {
        PASSED("passed"),
        /** It works, and would work better otherwise. */
        ADVISED("advised"),
        FAILED("failed"),
        UNCHECKED("unchecked");

        private final String wireName;

        Outcome(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        public String wireName() {
            return wireName;
        }
    }
}
