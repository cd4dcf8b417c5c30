package dev.assay.hiring.training;

import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.trainingcost.model.InvalidInputException;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the library's refusals into ours. */
final class Refusals {

    /** What stands between dots or in brackets. */
    private static final Pattern STEP = Pattern.compile("[^.\\[\\]]+");

    private Refusals() {}

    /**
     * Builds a value from a part of the request, so that a refusal names the member at fault.
     *
     * @param pointer where the part is; the library's path is added
     */
    static <T> T at(String pointer, Supplier<T> building) {
        try {
            return building.get();
        } catch (InvalidInputException refused) {
            throw new InvalidInput(pointer + pointer(refused.path()), refused.problem());
        }
    }

    /** Builds a value from what was stored: the caller's request is not at fault. */
    static <T> T stored(Supplier<T> building) {
        try {
            return building.get();
        } catch (InvalidInputException refused) {
            throw new Conflict(
                    "training-terms-unsound",
                    "The role's terms do not go together: %s %s."
                            .formatted(refused.path(), refused.problem()));
        }
    }

    private static String pointer(String path) {
        Matcher steps = STEP.matcher(path);
        StringBuilder pointer = new StringBuilder();
        while (steps.find()) {
            // The library weighs a module's skills by a map; callers write a list.
            String step = steps.group().equals("skillWeights") ? "skills" : steps.group();
            pointer.append('/').append(step);
        }
        return pointer.toString();
    }
}
