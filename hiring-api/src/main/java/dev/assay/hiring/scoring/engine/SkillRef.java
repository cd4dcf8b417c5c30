package dev.assay.hiring.scoring.engine;

import java.util.UUID;

/** Points to a skill of the catalogue. The engine compares it and reads nothing into it. */
public record SkillRef(UUID id) {}
