package dev.assay.hiring.skills;

import java.net.URI;

/**
 * A skill as its vocabulary defines it. The URI is what credentials are aligned to.
 *
 * @param framework the vocabulary, such as {@code ESCO}
 */
public record Skill(SkillId id, URI uri, String label, String framework) {}
