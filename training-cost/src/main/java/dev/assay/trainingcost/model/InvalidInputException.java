package dev.assay.trainingcost.model;

import java.util.function.Supplier;

/**
 * Refuses an input and names the field at fault by its path from the value that was being built,
 * such as {@code modules[sql].traineeHours}. The problem never repeats personal data.
 */
public final class InvalidInputException extends IllegalArgumentException {

    private final String path;
    private final String problem;

    public InvalidInputException(String path, String problem) {
        super(path + " " + problem);
        this.path = path;
        this.problem = problem;
    }

    private InvalidInputException(String path, InvalidInputException cause) {
        super(path + " " + cause.problem, cause);
        this.path = path;
        this.problem = cause.problem;
    }

    /** Builds a nested value, so that a refusal names it by its place in the whole. */
    public static <T> T within(String parent, Supplier<T> building) {
        try {
            return building.get();
        } catch (InvalidInputException e) {
            var separator = e.path.startsWith("[") || e.path.isEmpty() ? "" : ".";
            throw new InvalidInputException(parent + separator + e.path, e);
        }
    }

    public String path() {
        return path;
    }

    /** What is wrong with the field, to be read after its path. */
    public String problem() {
        return problem;
    }
}
