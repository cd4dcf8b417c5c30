package dev.assay.hiring.partners.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What applicants say of themselves is not to stand where recruiters read. */
class HandedInTest {

    private static List<String> misplaced(String... answers) {
        List<JsonNode> sent =
                new ArrayList<>(Arrays.stream(answers).map(JsonMapper.shared()::readTree).toList());
        return new HandedIn.Answers(sent).misplaced().stream().map(Fault::pointer).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"questionId\": \"veteran\", \"value\": \"yes\"}",
                "{\"questionId\": \"age-40-or-over\", \"value\": \"yes\"}",
                "{\"questionId\": \"voluntary_race_1\", \"value\": 3}",
                "{\"question\": \"What is your gender?\", \"answer\": \"Woman\"}",
                "{\"id\": 7, \"label\": \"Do you have a disability?\", \"value\": true}",
                "{\"ethnicity\": \"any\"}"
            })
    void whatIsAskedOfThemselvesIsNamedWhereItStands(String answer) {
        assertThat(misplaced("{\"question\": \"Which days?\"}", answer))
                .containsExactly("/answers/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"questionId\": \"019e0000-0000-7000-8000-0000000000a1\", \"question\": \"What is your gender?\"}",
                "{\"question\": \"Which days?\", \"value\": \"All but race days\"}",
                "{\"question\": \"May we write to you in Essex?\", \"value\": true}",
                "\"race\"",
                "null",
                "[\"gender\"]",
                "{}"
            })
    void whatTheEmployerAsksAndWhatIsAboutSomethingElseIsTaken(String answer) {
        assertThat(misplaced(answer)).isEmpty();
    }

    @Test
    void noneAreNoneToMove() {
        assertThat(new HandedIn.Answers(null).misplaced()).isEmpty();
    }

    @Test
    void nothingOfItIsEverPrinted() {
        assertThat(new HandedIn.Answers(List.of(JsonMapper.shared().readTree("\"Woman\""))))
                .hasToString("Answers[]");
    }
}
