package dev.assay.hiring.evidence;

import java.util.List;

/**
 * One thing a rubric looks at.
 *
 * @param levels what each level looks like, from 1 to 5
 */
public record Criterion(String name, List<String> levels) {

    /** How many levels there are. */
    public static final int LEVELS = 5;

    public Criterion {
        levels = List.copyOf(levels);
        if (levels.size() != LEVELS) {
            throw new IllegalArgumentException(
                    "a criterion says what each of 5 levels looks like, not of " + levels.size());
        }
    }
}
