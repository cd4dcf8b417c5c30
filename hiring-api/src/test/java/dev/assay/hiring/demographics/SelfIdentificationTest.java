package dev.assay.hiring.demographics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked that no decision may know is told by the words it is asked in. */
class SelfIdentificationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gender",
                "What is your race?",
                "EEO_1",
                "EEOStatus",
                "Are you Hispanic or Latino?",
                "hispanicLatina",
                "disability-status",
                "veteranStatus",
                "voluntaryRaceEthnicity",
                "has_disability",
                "Please choose all races that apply",
                "Do you identify as transgender?",
                "LGBTQ+",
                "What is your religion?",
                "Marital status",
                "Are you pregnant?",
                "Date of birth",
                "dateOfBirth",
                "birthDate",
                "age",
                "q17\nAge",
                "Your age?",
                "Which age group are you in?",
                "nationalOrigin"
            })
    void questionsOfThatKindAreKnown(String question) {
        assertThat(SelfIdentification.isAsked(question)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Have you traced a fault?",
                "Essex or Sussex?",
                "Embraces change",
                "Engendered",
                "Which race conditions have you found?",
                "raceCondition",
                "Average age of the code you maintained",
                "Languages",
                "Platinum",
                "Which days?"
            })
    void othersAreNotTakenForThem(String question) {
        assertThat(SelfIdentification.isAsked(question)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void eachOfOursCanBeDeclinedAndTakesNothingButItsOptions(SelfIdentificationQuestion asked) {
        assertThat(SelfIdentificationQuestion.ofWireName(asked.wireName())).contains(asked);
        assertThat(asked.options().getLast().value()).isEqualTo("declined");
        assertThat(asked.options())
                .extracting(SelfIdentificationQuestion.Option::value)
                .doesNotHaveDuplicates()
                .allSatisfy(value ->
                        assertThat(asked.answered(value))
                                .contains(new SelfIdentification(asked.wireName(), value)));
        assertThat(asked.answered("")).isEmpty();
        assertThat(asked.answered("Declined")).isEmpty();
    }

    @Test
    void whatWasSaidIsOneTextAndNothingIsNotKept() {
        assertThat(SelfIdentification.of("gender", List.of("F", " ", "Woman", "F")))
                .contains(new SelfIdentification("gender", "F; Woman"));
        assertThat(SelfIdentification.of("gender", List.of(" "))).isEmpty();
        assertThat(SelfIdentification.of("gender", List.of("Woman")).orElseThrow().toString())
                .doesNotContain("gender", "Woman");
    }
}
