package dev.assay.hiring.scoring;

import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
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

    /** From 1, in the order they were drafted. */
    public int number() {
        return numbers.ref().version();
    }
}
