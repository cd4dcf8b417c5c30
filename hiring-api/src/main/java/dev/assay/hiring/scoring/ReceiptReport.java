package dev.assay.hiring.scoring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/** What checking a receipt found, step by step. */
public record ReceiptReport(List<Step> steps) {

    public ReceiptReport {
        steps = List.copyOf(steps);
    }

    /**
     * Of all steps together: failed when one is; unchecked when one could not be made and none
     * failed.
     */
    public Outcome outcome() {
        if (steps.stream().anyMatch(step -> step.outcome() == Outcome.FAILED)) {
            return Outcome.FAILED;
        }
        return steps.stream().anyMatch(step -> step.outcome() == Outcome.UNCHECKED)
                ? Outcome.UNCHECKED
                : Outcome.PASSED;
    }

    /**
     * One thing that was looked at.
     *
     * @param name {@code structure}, {@code signature}, {@code signer}, {@code inputs}, {@code
     *     score}, {@code requirements} or {@code counterfactuals}
     * @param detail for people; where a recomputed part differs, the place and both values
     */
    public record Step(String name, Outcome outcome, String detail) {}

    /** How a step ended. */
    public enum Outcome {
        PASSED("passed"),
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
