package dev.assay.hiring.boards.web;

import dev.assay.hiring.boards.Board;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Which board, and the secret it says it signs with; without one, it is given one. */
record BoardConnectionRequest(
        @NotNull Board board, @Nullable @Pattern(regexp = SECRET) String secret) {

    static final String SECRET = "[!-~]{16,200}";

    /** Without the secret. */
    @Override
    public String toString() {
        return "BoardConnectionRequest[" + board + "]";
    }
}
