package dev.assay.hiring.jobs;

/** How well a skill must be mastered, 1 to 5. */
public record SkillLevel(int value) {

    public SkillLevel {
        if (value < 1 || value > 5) {
            throw new IllegalArgumentException("a level must be between 1 and 5, but is " + value);
        }
    }
}
