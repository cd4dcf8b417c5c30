package dev.assay.hiring.boards;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How one kind of board signs what it pushes, and what its shape means. */
interface BoardAdapter {

    Board board();

    /**
     * Whether the signature is the board's over exactly these bytes, under this secret. Takes the
     * same time whatever differs.
     */
    boolean isSigned(byte[] secret, byte[] body, String signature);

    /**
     * What shows the board, before it pushes anything, that the address knows the secret; empty
     * where the board asks nobody.
     *
     * @param challenge a UUID, which no body that is taken could be
     */
    default Optional<String> answer(byte[] secret, String challenge) {
        return Optional.empty();
    }

    /**
     * What the body says, which was signed.
     *
     * @throws dev.assay.hiring.shared.InvalidInput naming what is missing or wrong, in the board's
     *     own words
     */
    BoardApplication read(JsonNode body);

    /** Whether the same applicant for the same job once more is nothing to tell the board of. */
    boolean isQuietAboutDuplicates();
}
