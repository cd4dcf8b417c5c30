package dev.assay.hiring.intake;

import dev.assay.hiring.jobs.ScreeningQuestion;
import java.util.Optional;

/**
 * What an applicant answered, as it was handed in.
 *
 * @param question empty where it names none that the job ever asked
 * @param value as text: {@code true}, a number, the option chosen, the words; where it answers no
 *     question of the job, the whole answer as JSON
 */
public record ScreeningAnswer(Optional<ScreeningQuestion> question, String value) {}
