package dev.assay.hiring.mappings;

import dev.assay.credential.model.Achievement;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * What an achievement shows, as a person confirmed it.
 *
 * @param confirmedBy who confirmed this version, as audit rows name them
 * @param updatedAt when they did
 */
public record CredentialMapping(
        MappingId id,
        MappingContent content,
        String confirmedBy,
        Version version,
        Instant createdAt,
        Instant updatedAt) {

    /** The one of these that is about an achievement; one that names its id before one by name. */
    public static Optional<CredentialMapping> about(
            Achievement achievement, Collection<CredentialMapping> mappings) {
        return mappings.stream()
                .filter(mapping -> mapping.content().isAbout(achievement))
                .min(Comparator.comparing(mapping -> mapping.content().achievementId() == null));
    }
}
