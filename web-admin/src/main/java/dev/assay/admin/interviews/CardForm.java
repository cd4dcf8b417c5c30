package dev.assay.admin.interviews;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.evidence.Rating;
import dev.assay.hiring.evidence.Rubric;
import dev.assay.hiring.evidence.Supervision;
import dev.assay.hiring.interviews.Impression;
import dev.assay.hiring.interviews.ScorecardDraft;
import dev.assay.hiring.interviews.ScorecardForm;
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
 * A scorecard as an interviewer fills it in, kept as it was until it is right.
 *
 * @param lines by the place of the skill, from 0
 * @param supervision how it was watched, and
 * @param performedOn on which day; both for what is rated by a rubric
 */
record CardForm(
        String recommendation,
        List<Line> lines,
        String note,
        String supervision,
        String performedOn) {

    private static final int LONGEST_NOTE = 5_000;
    private static final int BEST = 5;

    CardForm {
        lines = List.copyOf(lines);
    }

    /**
     * @param impression empty where the skill was not spoken of
     * @param levels by rubric and criterion, as chosen
     */
    record Line(String impression, String note, List<List<String>> levels) {

        Line {
            levels = levels.stream().map(List::copyOf).toList();
        }
    }

    static CardForm typed(Map<String, String> typed, ScorecardForm asked) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < asked.attributes().size(); i++) {
            List<List<String>> levels = new ArrayList<>();
            List<Rubric> rubrics = asked.attributes().get(i).rubrics();
            for (int r = 0; r < rubrics.size(); r++) {
                List<String> chosen = new ArrayList<>();
                for (int c = 0; c < rubrics.get(r).content().criteria().size(); c++) {
                    chosen.add(Typed.text(typed.get("level-" + i + "-" + r + "-" + c)));
                }
                levels.add(chosen);
            }
            lines.add(
                    new Line(
                            Typed.text(typed.get("impression-" + i)),
                            Typed.text(typed.get("note-" + i)),
                            levels));
        }
        return new CardForm(
                Typed.text(typed.get("recommendation")),
                lines,
                Typed.text(typed.get("note")),
                Typed.text(typed.get("supervision")),
                Typed.text(typed.get("performedOn")));
    }

    /**
     * @throws InvalidInput when it cannot be read, naming each field
     */
    ScorecardDraft draft(ScorecardForm asked) {
        List<Fault> faults = new ArrayList<>();
        Optional<Impression> overall = impression(recommendation);
        if (overall.isEmpty()) {
            faults.add(new Fault("/recommendation", "must be chosen"));
        }
        List<ScorecardDraft.Attribute> attributes = attributes(asked, faults);
        if (attributes.isEmpty() && faults.stream().noneMatch(CardForm::isOfASkill)) {
            faults.add(new Fault("/attributes", "must be spoken of, one at least"));
        }
        if (note.length() > LONGEST_NOTE) {
            faults.add(new Fault("/note", "must have 5,000 characters at most"));
        }
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults.stream().distinct().toList());
        }
        return new ScorecardDraft(overall.orElseThrow(), attributes, text(note));
    }

    private List<ScorecardDraft.Attribute> attributes(ScorecardForm asked, List<Fault> faults) {
        List<ScorecardDraft.Attribute> attributes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            ScorecardForm.Attribute skill = asked.attributes().get(i);
            String name = skill.skill().label();
            Optional<Rating> rating = rating(skill, line, name, faults);
            Optional<Impression> impression = impression(line.impression());
            if (line.note().length() > LONGEST_NOTE) {
                faults.add(new Fault("/attributes", "“" + name + "”: the note is too long"));
            }
            if (impression.isPresent()) {
                attributes.add(
                        new ScorecardDraft.Attribute(
                                skill.skill().id(), impression.get(), text(line.note()), rating));
            } else if (rating.isPresent() || !line.note().isEmpty()) {
                faults.add(
                        new Fault(
                                "/attributes", "“" + name + "”: say what you think of it as well"));
            }
        }
        return attributes;
    }

    /** By one rubric, every criterion of it; or by none. */
    private Optional<Rating> rating(
            ScorecardForm.Attribute skill, Line line, String name, List<Fault> faults) {
        List<Rating> ratings = new ArrayList<>();
        for (int r = 0; r < line.levels().size(); r++) {
            List<String> chosen = line.levels().get(r);
            if (chosen.stream().allMatch(String::isEmpty)) {
                continue;
            }
            List<Integer> levels =
                    chosen.stream().filter(CardForm::isLevel).map(Integer::valueOf).toList();
            Optional<Supervision> watched =
                    Arrays.stream(Supervision.values())
                            .filter(one -> one.wireName().equals(supervision))
                            .findFirst();
            Optional<LocalDate> day = day();
            if (levels.size() < chosen.size()) {
                faults.add(
                        new Fault("/attributes", "“" + name + "”: rate every criterion, or none"));
            } else if (watched.isEmpty() || day.isEmpty()) {
                faults.add(new Fault("/supervision", "and the day must be said of what is rated"));
            } else {
                Rubric rubric = skill.rubrics().get(r);
                ratings.add(
                        new Rating(
                                rubric.id(),
                                rubric.version(),
                                levels,
                                watched.get(),
                                day.get(),
                                text(line.note())));
            }
        }
        if (ratings.size() > 1) {
            faults.add(new Fault("/attributes", "“" + name + "”: rate by one rubric, not by two"));
        }
        return ratings.stream().findFirst();
    }

    private static boolean isOfASkill(Fault fault) {
        return fault.pointer().equals("/attributes");
    }

    private static Optional<Impression> impression(String wireName) {
        return Arrays.stream(Impression.values())
                .filter(one -> one.wireName().equals(wireName))
                .findFirst();
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

    private static Optional<String> text(String typed) {
        return typed.isEmpty() ? Optional.empty() : Optional.of(typed);
    }
}
