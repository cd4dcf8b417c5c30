package dev.assay.hiring.boards;

import dev.assay.hiring.demographics.SelfIdentification;
import dev.assay.hiring.jobs.ScreeningQuestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * From a board's answers to those our own call takes. What answers no question of the job is kept
 * in its words, unless it is what no decision may know.
 */
final class AnswerMapping {

    private static final Set<String> YES = Set.of("yes", "y", "true", "1");
    private static final Set<String> NO = Set.of("no", "n", "false", "0");

    private final ArrayNode answers = JsonNodeFactory.instance.arrayNode();
    private final Map<String, String> pointers = new HashMap<>();
    private final List<SelfIdentification> identified = new ArrayList<>();

    private AnswerMapping() {}

    static AnswerMapping of(List<ScreeningQuestion> asked, List<GivenAnswer> given) {
        Map<String, ScreeningQuestion> byId = new HashMap<>();
        asked.forEach(question -> byId.put(question.id().toString(), question));
        AnswerMapping mapping = new AnswerMapping();
        for (GivenAnswer answer : given) {
            mapping.map(
                    Optional.ofNullable(byId.get(answer.question().toLowerCase(Locale.ROOT))),
                    answer);
        }
        return mapping;
    }

    ArrayNode answers() {
        return answers;
    }

    /** Where in the board's shape each of them came from. */
    Map<String, String> pointers() {
        return pointers;
    }

    /** What was asked in among the others and goes to no one who decides. */
    List<SelfIdentification> identified() {
        return identified;
    }

    private void map(Optional<ScreeningQuestion> asked, GivenAnswer given) {
        if (asked.isEmpty()
                && SelfIdentification.isAsked(given.question() + "\n" + given.wording())) {
            String question = given.question().isBlank() ? given.wording() : given.question();
            SelfIdentification.of(question, given.values()).ifPresent(identified::add);
            return;
        }
        pointers.put("/answers/" + answers.size(), given.pointer());
        ObjectNode answer = answers.addObject();
        if (asked.isEmpty()) {
            answer.put("question", given.wording().isBlank() ? given.question() : given.wording());
            answer.set("value", given.sent());
            return;
        }
        answer.put("questionId", asked.get().id().toString());
        put(answer, asked.get(), given.values());
    }

    /** What is in no way what was asked for is left as it is, and refused as such. */
    private static void put(ObjectNode answer, ScreeningQuestion asked, List<String> values) {
        String first = values.isEmpty() ? "" : values.getFirst();
        switch (asked.content().kind()) {
            case YES_NO -> {
                String word = first.toLowerCase(Locale.ROOT);
                if (YES.contains(word) || NO.contains(word)) {
                    answer.put("value", YES.contains(word));
                } else {
                    answer.put("value", first);
                }
            }
            case NUMBER ->
                    number(first)
                            .ifPresentOrElse(
                                    number -> answer.put("value", number),
                                    () -> answer.put("value", first));
            case CHOICE ->
                    answer.put(
                            "value",
                            values.stream()
                                    .flatMap(value ->
                                            asked.content().options().stream()
                                                    .filter(option ->
                                                            option.equalsIgnoreCase(value)))
                                    .findFirst()
                                    .orElse(first));
            case TEXT -> answer.put("value", String.join(", ", values));
        }
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > 40 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
