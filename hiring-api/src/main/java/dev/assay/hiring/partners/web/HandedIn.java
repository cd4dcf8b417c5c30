package dev.assay.hiring.partners.web;

import dev.assay.hiring.demographics.SelfIdentification;
import dev.assay.hiring.demographics.SelfIdentificationQuestion;
import dev.assay.hiring.intake.ApplyForm;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.intake.SubmissionReader;
import dev.assay.hiring.platform.web.Parted;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a partner handed in: the application, and apart from it what its applicant said of
 * themselves. The body that is kept of the application never had the latter.
 */
record HandedIn(Submission submission, List<SelfIdentification> said) {

    private static final String MEMBER = "demographics";
    private static final String ANSWERS = "answers";
    private static final List<String> ASKING =
            List.of("questionId", "question", "id", "key", "name", "label", "wording");
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    HandedIn {
        said = List.copyOf(said);
    }

    /**
     * @throws InvalidInput naming what is wrong with either
     */
    static HandedIn read(RequestJson json, SubmissionReader submissions, InputStream body)
            throws IOException {
        Parted parted = json.parted(json.bytes(body, ApplyForm.MOST_BYTES), MEMBER);
        List<SelfIdentification> said =
                parted.taken()
                        .map(taken -> json.read(taken, Demographics.class).said())
                        .orElse(List.of());
        Submission submission = submissions.read(parted.rest());
        List<Fault> misplaced =
                json.parted(parted.rest(), ANSWERS)
                        .taken()
                        .map(taken -> json.read(taken, Answers.class).misplaced())
                        .orElse(List.of());
        if (!misplaced.isEmpty()) {
            throw new InvalidInput(misplaced);
        }
        return new HandedIn(submission, said);
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "HandedIn[]";
    }

    /** What recruiters read; it is kept as it came, so that nothing can be moved out of it. */
    record Answers(@Nullable List<@Nullable JsonNode> answers) {

        List<Fault> misplaced() {
            List<Fault> faults = new ArrayList<>();
            int at = 0;
            for (JsonNode answer : answers == null ? List.<JsonNode>of() : answers) {
                if (isOfThemselves(answer)) {
                    faults.add(
                            new Fault(
                                    "/" + ANSWERS + "/" + at,
                                    "is about the applicant: send it as " + MEMBER));
                }
                at++;
            }
            return faults;
        }

        /** What names a question by a UUID answers one that the employer asks. */
        private static boolean isOfThemselves(@Nullable JsonNode answer) {
            if (answer == null || UUID.matcher(answer.path("questionId").asString("")).matches()) {
                return false;
            }
            List<String> words = new ArrayList<>(answer.propertyNames());
            ASKING.forEach(member -> words.add(answer.path(member).asString("")));
            return words.stream()
                    .anyMatch(word ->
                            SelfIdentification.isAsked(word)
                                    || SelfIdentificationQuestion.ofWireName(word).isPresent());
        }

        /** Without what was answered. */
        @Override
        public String toString() {
            return "Answers[]";
        }
    }

    record Demographics(
            @Nullable @Size(max = 20)
                    List<@NotNull @Valid SelfIdentificationRequest> demographics) {

        List<SelfIdentification> said() {
            List<SelfIdentification> said = new ArrayList<>();
            List<Fault> faults = new ArrayList<>();
            Set<SelfIdentificationQuestion> answered =
                    EnumSet.noneOf(SelfIdentificationQuestion.class);
            int at = 0;
            for (SelfIdentificationRequest one :
                    demographics == null ? List.<SelfIdentificationRequest>of() : demographics) {
                String pointer = "/" + MEMBER + "/" + at++;
                Optional<SelfIdentificationQuestion> asked =
                        SelfIdentificationQuestion.ofWireName(one.question());
                if (asked.isEmpty()) {
                    faults.add(
                            new Fault(
                                    pointer + "/question",
                                    "is no question of self-identification"));
                } else if (!answered.add(asked.get())) {
                    faults.add(new Fault(pointer + "/question", "is answered twice"));
                } else {
                    asked.get()
                            .answered(one.value())
                            .ifPresentOrElse(
                                    said::add,
                                    () ->
                                            faults.add(
                                                    new Fault(
                                                            pointer + "/value",
                                                            "must be one of the options")));
                }
            }
            if (!faults.isEmpty()) {
                throw new InvalidInput(faults);
            }
            return said;
        }

        /** Without what was said. */
        @Override
        public String toString() {
            return "Demographics[]";
        }
    }

    record SelfIdentificationRequest(@NotNull String question, @NotNull String value) {

        /** Without what was said. */
        @Override
        public String toString() {
            return "SelfIdentificationRequest[]";
        }
    }
}
