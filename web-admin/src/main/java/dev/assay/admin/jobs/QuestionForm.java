package dev.assay.admin.jobs;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.jobs.QuestionContent;
import dev.assay.hiring.jobs.QuestionKind;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question as a person types it, kept as it was typed until it is right.
 *
 * @param options of a choice, one a line
 */
record QuestionForm(String wording, String kind, String options, boolean required) {

    private static final int LONGEST_WORDING = 2_000;
    private static final int LONGEST_OPTION = 500;
    private static final int MOST_OPTIONS = 50;

    static QuestionForm typed(Map<String, String> typed) {
        return new QuestionForm(
                Typed.text(typed.get("wording")),
                Typed.text(typed.get("kind")),
                Typed.text(typed.get("options")),
                typed.containsKey("required"));
    }

    /**
     * @throws InvalidInput when it cannot be read, naming each field
     */
    QuestionContent content() {
        List<Fault> faults = new ArrayList<>();
        if (wording.isEmpty() || wording.length() > LONGEST_WORDING) {
            faults.add(new Fault("/wording", "must have 1 to 2,000 characters"));
        }
        Optional<QuestionKind> chosen =
                Arrays.stream(QuestionKind.values())
                        .filter(one -> one.wireName().equals(kind))
                        .findFirst();
        if (chosen.isEmpty()) {
            faults.add(new Fault("/kind", "must be chosen"));
        }
        List<String> lines = Typed.lines(options);
        if (lines.size() > MOST_OPTIONS
                || lines.stream().anyMatch(line -> line.length() > LONGEST_OPTION)) {
            faults.add(new Fault("/options", "must be 50 at most, of 500 characters at most each"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new QuestionContent(chosen.orElseThrow(), wording, required, lines);
    }
}
