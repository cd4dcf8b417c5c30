package dev.assay.hiring.boards;

import dev.assay.hiring.demographics.SelfIdentification;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.Actor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An application that a board pushed, whose signature holds and whose shape is understood.
 *
 * @param known what it was accepted as, when it was already; there is nothing to do then
 * @param submission it in our words; empty when it was accepted already
 */
public record BoardPush(
        Actor.Partner partner,
        UUID connection,
        Board board,
        byte[] reference,
        JobId job,
        Optional<UUID> known,
        Optional<Submission> submission,
        List<SelfIdentification> selfIdentification) {

    public BoardPush {
        selfIdentification = List.copyOf(selfIdentification);
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "BoardPush[" + job + "]";
    }
}
