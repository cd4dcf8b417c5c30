package dev.assay.hiring.boards;

/**
 * A connection and the secret it was just given, which is shown this once.
 *
 * @param secret what the board signs with
 */
public record NewBoardSecret(BoardConnection connection, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "NewBoardSecret[" + connection.id() + "]";
    }
}
