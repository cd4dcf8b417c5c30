package dev.assay.hiring.scoring.engine;

/** A level of proficiency, 1 to 5, on the one scale that jobs and evidence share. */
public record Level(int value) {

    /** What evidence without a stated level counts as: hiding a level must not pay. */
    static final Level UNSTATED = new Level(1);

    public Level {
        if (value < 1 || value > 5) {
            throw new IllegalArgumentException("level must be between 1 and 5, but is " + value);
        }
    }
}
