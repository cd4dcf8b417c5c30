package dev.assay.hiring.skills;

import java.util.UUID;

/** One skill of a vocabulary. */
public record SkillId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
