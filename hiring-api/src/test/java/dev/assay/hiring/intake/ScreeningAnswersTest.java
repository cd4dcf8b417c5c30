package dev.assay.hiring.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.QuestionContent;
import dev.assay.hiring.jobs.QuestionKind;
import dev.assay.hiring.jobs.ScreeningQuestion;
import dev.assay.hiring.shared.InvalidInput;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ScreeningAnswersTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YES_NO | true     | true",
                "YES_NO | \"yes\"  | false",
                "YES_NO | null     | false",
                "NUMBER | 3.5      | true",
                "NUMBER | \"3.5\"  | false",
                "CHOICE | \"Mon\"  | true",
                "CHOICE | \"mon\"  | false",
                "TEXT   | \"Well\" | true",
                "TEXT   | \"  \"   | false",
                "TEXT   | 5        | false"
            })
    void takesOfEachKindWhatAnswersIt(QuestionKind kind, String value, boolean fits) {
        ScreeningQuestion question = question(kind, false);

        assertThat(faults(List.of(question), answer(question, value)))
                .isEqualTo(fits ? List.of() : List.of("/answers/0/value"));
    }

    @Test
    void missesARequiredAnswerAndNoOther() {
        assertThat(faults(List.of(question(QuestionKind.TEXT, true)))).containsExactly("/answers");
        assertThat(faults(List.of(question(QuestionKind.TEXT, false)))).isEmpty();
    }

    @Test
    void takesOneAnswerToEachOfItsOwnQuestions() {
        ScreeningQuestion question = question(QuestionKind.YES_NO, true);
        ScreeningQuestion foreign = question(QuestionKind.YES_NO, true);

        assertThat(
                        faults(
                                List.of(question),
                                answer(question, "false"),
                                answer(question, "true"),
                                answer(foreign, "true")))
                .containsExactly("/answers/1/questionId", "/answers/2/questionId");
    }

    @Test
    void leavesWhatNamesNoQuestionAlone() {
        assertThat(
                        faults(
                                List.of(question(QuestionKind.TEXT, false)),
                                "{\"question\":\"Why?\",\"answer\":\"Because.\"}",
                                "\"free\""))
                .isEmpty();
    }

    @Test
    void refusesAChoiceOfOneAndOptionsOfAnotherKind() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        new QuestionContent(QuestionKind.CHOICE, "?", false, List.of("a", "a")));
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() ->
                        new QuestionContent(QuestionKind.TEXT, "?", false, List.of("a", "b")));
    }

    private static List<String> faults(List<ScreeningQuestion> asked, String... answers) {
        return ScreeningAnswers.faults(asked, JSON.readTree("[" + String.join(",", answers) + "]"))
                .stream()
                .map(InvalidInput.Fault::pointer)
                .toList();
    }

    private static String answer(ScreeningQuestion question, String value) {
        return "{\"questionId\":\"%s\",\"value\":%s}".formatted(question.id(), value);
    }

    private static ScreeningQuestion question(QuestionKind kind, boolean required) {
        return new ScreeningQuestion(
                UUID.randomUUID(),
                new JobId(UUID.randomUUID()),
                new QuestionContent(
                        kind,
                        "?",
                        required,
                        kind == QuestionKind.CHOICE ? List.of("Mon", "Tue") : List.of()),
                Instant.EPOCH,
                Optional.empty());
    }
}
