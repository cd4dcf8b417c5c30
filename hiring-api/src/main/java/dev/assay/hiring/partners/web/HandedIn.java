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
import org.jspecify.annotations.Nullable;

/**
 * What a partner handed in: the application, and apart from it what its applicant said of
 * themselves. The body that is kept of the application never had the latter.
 */
record HandedIn(Submission submission, List<SelfIdentification> said) {

    private static final String MEMBER = "demographics";

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
        return new HandedIn(submissions.read(parted.rest()), said);
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "HandedIn[]";
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
