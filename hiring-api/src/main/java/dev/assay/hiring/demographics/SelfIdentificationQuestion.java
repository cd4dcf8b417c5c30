package dev.assay.hiring.demographics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a board of our own call may ask applicants about themselves: last, of everybody alike, and
 * never so that it has to be answered. The words are those of the reports they may serve one day.
 */
public enum SelfIdentificationQuestion {
    SEX(
            "sex",
            "What is your sex?",
            new Option("female", "Female"),
            new Option("male", "Male"),
            new Option("another", "Another, or none of these")),
    RACE_ETHNICITY(
            "race-ethnicity",
            "What is your race or ethnicity?",
            new Option("hispanic-or-latino", "Hispanic or Latino"),
            new Option("white", "White"),
            new Option("black-or-african-american", "Black or African American"),
            new Option(
                    "native-hawaiian-or-pacific-islander",
                    "Native Hawaiian or other Pacific Islander"),
            new Option("asian", "Asian"),
            new Option("american-indian-or-alaska-native", "American Indian or Alaska Native"),
            new Option("two-or-more-races", "Two or more races")),
    AGE_40_OR_OVER("age-40-or-over", "Are you 40 years old or older?", yes(), no()),
    DISABILITY("disability", "Do you have a disability, or have you had one?", yes(), no()),
    VETERAN("veteran", "Are you a protected veteran?", yes(), no());

    /** To be shown with the questions. */
    public static final String CONFIDENTIALITY =
            "Answering is voluntary, and nothing depends on it. What you say here is kept apart from your application, sealed. Nobody who"
                    + " decides on your application can look at it, and nothing is scored or decided by it; it may only be counted,"
                    + " among many, to see whether everybody is treated alike.";

    private static final Option DECLINED = new Option("declined", "I do not wish to answer");

    private final String wireName;
    private final String wording;
    private final List<Option> answers;

    SelfIdentificationQuestion(String wireName, String wording, Option... answers) {
        this.wireName = wireName;
        this.wording = wording;
        this.answers = List.of(answers);
    }

    private static Option yes() {
        return new Option("yes", "Yes");
    }

    private static Option no() {
        return new Option("no", "No");
    }

    public String wireName() {
        return wireName;
    }

    public String wording() {
        return wording;
    }

    /** What can be answered, not to answer among it. */
    public List<Option> options() {
        return Stream.concat(answers.stream(), Stream.of(DECLINED)).toList();
    }

    public static Optional<SelfIdentificationQuestion> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(question -> question.wireName.equals(wireName))
                .findFirst();
    }

    /** What was said, where it is one of the options. */
    public Optional<SelfIdentification> answered(String value) {
        return options().stream()
                .filter(option -> option.value().equals(value))
                .map(option -> new SelfIdentification(wireName, option.value()))
                .findFirst();
    }

    /** An answer that can be given: what is sent, and what is shown. */
    public record Option(String value, String label) {}
}
