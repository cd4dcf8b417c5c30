package dev.assay.hiring.boards.web;

import dev.assay.hiring.boards.Board;
import dev.assay.hiring.boards.BoardConnections;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Which board, and the secret it says it signs with; without one, it is given one. */
record BoardConnectionRequest(
        @NotNull Board board, @Nullable @Pattern(regexp = BoardConnections.SECRET) String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "BoardConnectionRequest[" + board + "]";
    }
}
