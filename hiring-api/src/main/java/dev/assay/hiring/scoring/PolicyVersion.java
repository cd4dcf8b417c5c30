package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of an employer's policy.
 *
 * @param numbers what it says; named {@code custom} with its number as version
 * @param recencyReasons why the age of evidence counts, by skill: related to the job
 * @param version of where it stands; what it says never changes
 */
public record PolicyVersion(
        PolicyId id,
        String name,
        String reason,
        PolicyState state,
        ScoringPolicy numbers,
        Map<UUID, String> recencyReasons,
        Instant createdAt,
        String createdBy,
        Optional<Instant> activatedAt,
        Optional<Instant> retiredAt,
        Version version) {

    static final String CUSTOM = "custom";

    public PolicyVersion {
        recencyReasons = Map.copyOf(recencyReasons);
    }

    /**
     * What it says, number by number: basis points, but for {@code narrower-steps} and {@code
     * many-skills}, which count. In the order a person reads them.
     */
    public Map<String, Integer> figures() {
        return figures(numbers);
    }

    static Map<String, Integer> figures(ScoringPolicy numbers) {
        Map<String, Integer> figures = new LinkedHashMap<>();
        figures.put("recognised", numbers.tiers().recognised().value());
        figures.put("trusted", numbers.tiers().trusted().value());
        figures.put("known", numbers.tiers().known().value());
        figures.put("employer", numbers.tiers().employer().value());
        figures.put("exact", numbers.alignments().exact().value());
        figures.put("mapped", numbers.alignments().mapped().value());
        figures.put("crosswalk", numbers.alignments().crosswalk().value());
        figures.put("narrower", numbers.alignments().narrower().value());
        figures.put("narrower-steps", numbers.alignments().narrowerSteps());
        figures.put("broader", numbers.alignments().broader().value());
        figures.put("many-skills", numbers.alignments().manySkills());
        figures.put("many-skills-cap", numbers.alignments().manySkillsCap().value());
        figures.put("level-reached", numbers.levels().reached().value());
        figures.put("one-below", numbers.levels().oneBelow().value());
        figures.put("two-below", numbers.levels().twoBelow().value());
        figures.put("with-identity", numbers.assessments().withIdentity().value());
        figures.put("supervised", numbers.assessments().supervised().value());
        figures.put("unsupervised", numbers.assessments().unsupervised().value());
        figures.put("must-have-alignment", numbers.mustHaveAlignment().value());
        figures.put("second-voice", numbers.secondVoice().value());
        return Collections.unmodifiableMap(figures);
    }

    /** From 1, in the order they were drafted. */
    public int number() {
        return numbers.ref().version();
    }
}
