package dev.assay.hiring.boards;

import dev.assay.hiring.demographics.SelfIdentification;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a board pushed, in our words.
 *
 * @param reference what the board calls the application
 * @param submission it as our own call takes it, still without its answers
 * @param answers to the job's questions, and whatever else was asked
 * @param selfIdentification what goes to no one who decides
 * @param pointers where in the board's shape each part of ours came from
 */
record BoardApplication(
        String reference,
        JobId job,
        ObjectNode submission,
        List<GivenAnswer> answers,
        List<SelfIdentification> selfIdentification,
        Map<String, String> pointers) {

    BoardApplication {
        answers = List.copyOf(answers);
        selfIdentification = List.copyOf(selfIdentification);
        pointers = Map.copyOf(pointers);
    }

    /** The faults of our shape, named by where the board has what is at fault. */
    InvalidInput named(InvalidInput ours, Map<String, String> ofAnswers) {
        return new InvalidInput(
                ours.faults().stream()
                        .map(fault ->
                                new Fault(
                                        theirs(theirs(fault.pointer(), ofAnswers), pointers),
                                        fault.detail()))
                        .toList());
    }

    private static String theirs(String pointer, Map<String, String> known) {
        return known.entrySet().stream()
                .filter(entry ->
                        pointer.equals(entry.getKey()) || pointer.startsWith(entry.getKey() + "/"))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(pointer);
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "BoardApplication[" + job + "]";
    }
}
