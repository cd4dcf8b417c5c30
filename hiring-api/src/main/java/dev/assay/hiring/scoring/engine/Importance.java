package dev.assay.hiring.scoring.engine;

/** The weight of a requirement in its job, 1 (nice to have) to 5 (the heart of the job). */
public record Importance(int value) {

    public Importance {
        if (value < 1 || value > 5) {
            throw new IllegalArgumentException(
                    "importance must be between 1 and 5, but is " + value);
        }
    }
}
