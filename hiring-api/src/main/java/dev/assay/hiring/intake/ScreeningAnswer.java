package dev.assay.hiring.intake;

import dev.assay.hiring.jobs.QuestionKind;
import dev.assay.hiring.jobs.ScreeningQuestion;
import java.util.Optional;

/**
 * What an applicant answered, as it was handed in.
 *
 * @param question empty where it names none that the job ever asked
 * @param value as text: {@code true}, a number, the option chosen, the words; where it answers no
 *     question of the job, the whole answer as JSON
 * @param withheld whether the value is kept back, because nobody is to know the applicant yet
 */
public record ScreeningAnswer(
        Optional<ScreeningQuestion> question, String value, boolean withheld) {

    ScreeningAnswer(Optional<ScreeningQuestion> question, String value) {
        this(question, value, false);
    }

    /** What could be chosen stays: it says nothing that the job did not ask for. */
    ScreeningAnswer withoutOwnWords() {
        boolean own =
                question.map(asked -> asked.content().kind() == QuestionKind.TEXT).orElse(true);
        return own ? new ScreeningAnswer(question, "", true) : this;
    }
}
