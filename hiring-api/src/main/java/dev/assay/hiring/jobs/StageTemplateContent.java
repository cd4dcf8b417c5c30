package dev.assay.hiring.jobs;

import dev.assay.hiring.shared.InvalidInput;
import java.util.List;

/**
 * What an employer says of a usual way through a hiring.
 *
 * @param usual new jobs get these stages
 */
public record StageTemplateContent(
        String name, List<StageDraft> stages, boolean usual, boolean retired) {

    /**
     * @throws InvalidInput when the stages are out of order or named alike, or it is usual and
     *     retired
     */
    public StageTemplateContent {
        stages = List.copyOf(stages);
        StageDraft.requireInOrder(stages);
        if (usual && retired) {
            throw new InvalidInput("/usual", "cannot be true of a retired template");
        }
    }
}
