package dev.assay.hiring.mappings;

/**
 * What a result of the achievement says in levels.
 *
 * @param result a grade or rubric level, as the issuer writes it
 * @param level 1 to 5
 */
public record ResultLevel(String result, int level) {

    public ResultLevel {
        if (level < 1 || level > 5) {
            throw new IllegalArgumentException("a level must be between 1 and 5, but is " + level);
        }
    }
}
