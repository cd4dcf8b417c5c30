package dev.assay.hiring.skills;

import dev.assay.hiring.shared.Version;
import java.net.URI;
import java.time.Instant;

/** A skill of an employer's own, beside the published vocabularies. */
public record OwnSkill(
        SkillId id,
        OwnSkillContent content,
        Version version,
        Instant createdAt,
        Instant updatedAt) {

    /** What its vocabulary is called. */
    public static final String FRAMEWORK = "Own";

    static final String PREFIX = "urn:uuid:";

    /** What requirements and credentials name it by: unique in the world, and says nothing. */
    public URI uri() {
        return uri(id);
    }

    Skill skill() {
        return new Skill(id, uri(), content.label(), FRAMEWORK);
    }

    static URI uri(SkillId id) {
        return URI.create(PREFIX + id.value());
    }
}
