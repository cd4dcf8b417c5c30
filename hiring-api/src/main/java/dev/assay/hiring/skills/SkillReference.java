package dev.assay.hiring.skills;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.UUID;

/** How a caller names a skill. */
public sealed interface SkillReference {

    record ById(UUID id) implements SkillReference {}

    record ByUri(URI uri) implements SkillReference {}

    /** By its label, letter case aside. */
    record ByName(String name) implements SkillReference {}

    /** As a person types it: an id, a URI, or what it is called. */
    static SkillReference typed(String text) {
        try {
            return new ById(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return text.contains(":") && !text.contains(" ") ? named(text) : new ByName(text);
        }
    }

    private static SkillReference named(String text) {
        try {
            return new ByUri(new URI(text));
        } catch (URISyntaxException noUri) {
            return new ByName(text);
        }
    }
}
