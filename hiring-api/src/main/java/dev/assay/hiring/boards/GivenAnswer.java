package dev.assay.hiring.boards;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * An answer as a board passes it on.
 *
 * @param question what the board calls the question: our id where it asked what we told it to ask
 * @param wording the question itself, where it is passed on
 * @param values the answer as text, the likeliest first: of a choice, what it stands for and what
 *     it is called
 * @param sent the answer as it came
 * @param pointer where it is in what the board pushed
 */
record GivenAnswer(
        String question, String wording, List<String> values, JsonNode sent, String pointer) {

    GivenAnswer {
        values = List.copyOf(values);
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "GivenAnswer[" + pointer + "]";
    }
}
