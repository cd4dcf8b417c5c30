package dev.assay.admin.rubrics;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.evidence.Rating;
import dev.assay.hiring.evidence.Rubric;
import dev.assay.hiring.evidence.Supervision;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rating as a person gives it, kept as it was given until it is right.
 *
 * @param chosen by the place of the criterion, from 0
 */
record RatingForm(List<String> chosen, String supervision, String performedOn, String note) {

    private static final int LONGEST_NOTE = 5_000;
    private static final int BEST = 5;

    RatingForm {
        chosen = List.copyOf(chosen);
    }

    static RatingForm typed(Map<String, String> typed, Rubric rubric) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < rubric.content().criteria().size(); i++) {
            chosen.add(Typed.text(typed.get("rating-" + i)));
        }
        return new RatingForm(
                chosen,
                Typed.text(typed.get("supervision")),
                Typed.text(typed.get("performedOn")),
                Typed.text(typed.get("note")));
    }

    /**
     * @throws InvalidInput when it cannot be read, naming each field
     */
    Rating rating(Rubric rubric) {
        List<Fault> faults = new ArrayList<>();
        List<Integer> ratings =
                chosen.stream().filter(RatingForm::isLevel).map(Integer::valueOf).toList();
        if (ratings.size() < chosen.size()) {
            faults.add(new Fault("/ratings", "must be given for every criterion"));
        }
        Optional<Supervision> watched =
                Arrays.stream(Supervision.values())
                        .filter(one -> one.wireName().equals(supervision))
                        .findFirst();
        if (watched.isEmpty()) {
            faults.add(new Fault("/supervision", "must be chosen"));
        }
        Optional<LocalDate> day = day();
        if (day.isEmpty()) {
            faults.add(new Fault("/performedOn", "must be a day"));
        }
        if (note.length() > LONGEST_NOTE) {
            faults.add(new Fault("/note", "must have 5,000 characters at most"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new Rating(
                rubric.id(),
                rubric.version(),
                ratings,
                watched.orElseThrow(),
                day.orElseThrow(),
                note.isEmpty() ? Optional.empty() : Optional.of(note));
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(performedOn));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static boolean isLevel(String text) {
        return text.length() == 1 && text.charAt(0) >= '1' && text.charAt(0) <= '0' + BEST;
    }
}
