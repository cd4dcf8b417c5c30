package dev.assay.hiring.training.web;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Names a skill by exactly one of the three. */
record SkillRequest(
        @Nullable @Size(max = 2_000) String uri,
        @Nullable UUID id,
        @Nullable @Size(max = 500) String name) {}
