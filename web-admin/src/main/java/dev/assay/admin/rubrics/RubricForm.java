package dev.assay.admin.rubrics;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.evidence.Criterion;
import dev.assay.hiring.evidence.EvidenceMethod;
import dev.assay.hiring.evidence.Rubric;
import dev.assay.hiring.evidence.RubricContent;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.SkillId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rubric as a person types it, kept as it was typed until it is right.
 *
 * @param skill an id, a URI or a name
 * @param criteria blocks with an empty line between: what is looked at, then what each of five
 *     levels looks like, one a line
 * @param version the version it was read at; null for a new one
 */
record RubricForm(
        @Nullable String name,
        @Nullable String method,
        @Nullable String skill,
        @Nullable String criteria,
        @Nullable Boolean retired,
        @Nullable Integer version) {

    private static final Pattern BLANK_LINE = Pattern.compile("\n\\s*\n");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_LEVEL = 1_000;
    private static final int MOST_CRITERIA = 20;

    static RubricForm empty() {
        return new RubricForm("", "", "", "", false, null);
    }

    static RubricForm of(Rubric rubric) {
        RubricContent content = rubric.content();
        return new RubricForm(
                content.name(),
                content.method().wireName(),
                content.skill().toString(),
                content.criteria().stream()
                        .map(one -> one.name() + "\n" + String.join("\n", one.levels()))
                        .collect(Collectors.joining("\n\n")),
                content.retired(),
                rubric.version().value());
    }

    /** The same typing on top of what somebody else saved meanwhile. */
    RubricForm onto(Rubric theirs) {
        return new RubricForm(name, method, skill, criteria, retired, theirs.version().value());
    }

    Version expected() {
        return new Version(version == null ? 1 : Math.max(1, version));
    }

    /**
     * @param named the skill that was typed, where there is one
     * @throws InvalidInput when it cannot be read, naming each field
     */
    RubricContent content(Optional<SkillId> named) {
        List<Fault> faults = new ArrayList<>();
        if (Typed.text(name).isEmpty() || Typed.text(name).length() > LONGEST_NAME) {
            faults.add(new Fault("/name", "must have 1 to 200 characters"));
        }
        Optional<EvidenceMethod> chosen =
                Arrays.stream(EvidenceMethod.values())
                        .filter(one -> one.wireName().equals(method))
                        .findFirst();
        if (chosen.isEmpty()) {
            faults.add(new Fault("/method", "must be chosen"));
        }
        if (named.isEmpty()) {
            faults.add(new Fault("/skill", "must name one known skill"));
        }
        List<Criterion> read = criteria(faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new RubricContent(
                Typed.text(name),
                chosen.orElseThrow(),
                named.orElseThrow(),
                read,
                Boolean.TRUE.equals(retired));
    }

    private List<Criterion> criteria(List<Fault> faults) {
        List<Criterion> read = new ArrayList<>();
        for (String block : BLANK_LINE.split(Typed.text(criteria).replace("\r", ""))) {
            List<String> lines = block.lines().map(String::strip).toList();
            if (lines.size() != Criterion.LEVELS + 1
                    || lines.getFirst().length() > LONGEST_NAME
                    || lines.stream().anyMatch(line -> line.length() > LONGEST_LEVEL)) {
                faults.add(
                        new Fault(
                                "/criteria",
                                "must each be six lines: what is looked at, and five levels"));
                return List.of();
            }
            read.add(new Criterion(lines.getFirst(), lines.subList(1, lines.size())));
        }
        if (read.size() > MOST_CRITERIA) {
            faults.add(new Fault("/criteria", "must be 20 at most"));
        }
        return read;
    }
}
