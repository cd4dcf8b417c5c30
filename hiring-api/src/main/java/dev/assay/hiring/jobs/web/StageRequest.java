package dev.assay.hiring.jobs.web;

import dev.assay.hiring.jobs.StageDraft;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.jobs.StagePhase;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stage as it is sent.
 *
 * @param id in a job's stages only: which of them it is already
 */
record StageRequest(
        @Nullable UUID id, @NotBlank @Size(max = 100) String name, @NotNull StagePhase phase) {

    static List<StageDraft> drafts(List<StageRequest> requests) {
        return requests.stream()
                .map(one ->
                        new StageDraft(
                                Optional.ofNullable(one.id()).map(StageId::new),
                                one.name().strip(),
                                one.phase()))
                .toList();
    }
}
