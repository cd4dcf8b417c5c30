package dev.assay.hiring.jobs;

import dev.assay.hiring.shared.InvalidInput;
import java.util.List;

/**
 * What is asked.
 *
 * @param required nobody applies without an answer; whatever it is, it rejects nobody
 * @param options to choose from; of a choice alone
 */
public record QuestionContent(
        QuestionKind kind, String wording, boolean required, List<String> options) {

    /**
     * @throws InvalidInput when a choice has none to choose from, or another has
     */
    public QuestionContent {
        options = List.copyOf(options);
        boolean fits =
                kind == QuestionKind.CHOICE
                        ? options.size() >= 2
                                && options.stream().distinct().count() == options.size()
                        : options.isEmpty();
        if (!fits) {
            throw new InvalidInput(
                    "/options",
                    "must be two or more different ones of a choice, and none otherwise");
        }
    }
}
