package dev.assay.hiring.jobs;

/** How much a requirement weighs, 1 to 5. */
public record Importance(int value) {

    public Importance {
        if (value < 1 || value > 5) {
            throw new IllegalArgumentException(
                    "importance must be between 1 and 5, but is " + value);
        }
    }
}
