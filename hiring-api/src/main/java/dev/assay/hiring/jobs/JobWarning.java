package dev.assay.hiring.jobs;

import java.util.Optional;

/**
 * Something about a posting that its writer may want to look at again. Never a refusal.
 *
 * @param pointer where it is, as in the posting's JSON
 * @param found the words it is about; empty where something is missing
 */
public record JobWarning(Code code, String pointer, Optional<String> found) {

    /** What there is to look at; stable. */
    public enum Code {
        PAY_RANGE_MISSING(
                "pay-range-missing",
                "No pay range is given. Several US states, and the law of EU countries after Directive"
                        + " 2023/970 (article 5), want it in the posting."),
        PAY_RANGE_OPEN(
                "pay-range-open",
                "One end of the pay range is open; where a range is the law, it has both."),
        SALARY_HISTORY_ASKED(
                "salary-history-asked",
                "This seems to ask what somebody earned before, which is forbidden in many places."),
        AGE_CODED("age-coded", "This may tell people of another age to stay away."),
        GENDER_CODED("gender-coded", "This may tell people of one sex to stay away."),
        NATIVE_SPEAKER(
                "native-speaker",
                "This asks where somebody comes from. Name the level of the language the work needs."),
        DEGREE_ASKED(
                "degree-asked",
                "This asks for a degree. Say which skills the work needs; whoever shows them otherwise"
                        + " is then seen as well."),
        NO_REQUIREMENTS(
                "no-requirements", "No skill is asked for, so nobody who applies is ranked."),
        LANGUAGE_NOT_CHECKED(
                "language-not-checked",
                "We have no word lists for the language of this posting: its words were checked in"
                        + " English only.");

        private final String wireName;
        private final String meaning;

        Code(String wireName, String meaning) {
            this.wireName = wireName;
            this.meaning = meaning;
        }

        public String wireName() {
            return wireName;
        }

        /** In words, for people. */
        public String meaning() {
            return meaning;
        }
    }
}
