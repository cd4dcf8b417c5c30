package dev.assay.hiring.skills;

import java.net.URI;
import java.util.UUID;

/** How a caller names a skill. */
public sealed interface SkillReference {

    record ById(UUID id) implements SkillReference {}

    record ByUri(URI uri) implements SkillReference {}

    /** By its label, letter case aside. */
    record ByName(String name) implements SkillReference {}
}
