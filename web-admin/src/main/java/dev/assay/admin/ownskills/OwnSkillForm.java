package dev.assay.admin.ownskills;

import dev.assay.admin.shell.Typed;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.skills.OwnSkill;
import dev.assay.hiring.skills.OwnSkillContent;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A skill as a person types it, kept as it was typed until it is right.
 *
 * @param alternatives one a line
 * @param broader one URI a line
 * @param version the version it was read at; null for a new one
 */
record OwnSkillForm(
        @Nullable String name,
        @Nullable String alternatives,
        @Nullable String broader,
        @Nullable Boolean retired,
        @Nullable Integer version) {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_ALTERNATIVES = 50;
    private static final int MOST_BROADER = 10;

    static OwnSkillForm empty() {
        return new OwnSkillForm("", "", "", false, null);
    }

    static OwnSkillForm of(OwnSkill skill) {
        OwnSkillContent content = skill.content();
        return new OwnSkillForm(
                content.label(),
                String.join("\n", content.alternatives()),
                String.join("\n", content.broader().stream().map(URI::toString).sorted().toList()),
                content.retired(),
                skill.version().value());
    }

    /** The same typing on top of what somebody else saved meanwhile. */
    OwnSkillForm onto(OwnSkill theirs) {
        return new OwnSkillForm(name, alternatives, broader, retired, theirs.version().value());
    }

    Version expected() {
        return new Version(version == null ? 1 : Math.max(1, version));
    }

    /**
     * @throws InvalidInput when it cannot be read, naming each field
     */
    OwnSkillContent content() {
        List<Fault> faults = new ArrayList<>();
        String label = Typed.text(name);
        if (label.isEmpty() || label.length() > LONGEST_NAME) {
            faults.add(new Fault("/name", "must have 1 to 200 characters"));
        }
        List<String> others = Typed.lines(alternatives);
        if (others.size() > MOST_ALTERNATIVES
                || others.stream().anyMatch(other -> other.length() > LONGEST_NAME)) {
            faults.add(new Fault("/alternatives", "must be 50 at most, each of 200 characters"));
        }
        Set<URI> wholes = wholes(faults);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        return new OwnSkillContent(label, others, wholes, Boolean.TRUE.equals(retired));
    }

    private Set<URI> wholes(List<Fault> faults) {
        Set<URI> wholes = new LinkedHashSet<>();
        List<String> lines = Typed.lines(broader);
        try {
            lines.forEach(line -> wholes.add(URI.create(line)));
        } catch (IllegalArgumentException noUri) {
            faults.add(new Fault("/broader", "must be URIs of skills, one a line"));
        }
        if (lines.size() > MOST_BROADER) {
            faults.add(new Fault("/broader", "must be 10 at most"));
        }
        return wholes;
    }
}
