package dev.assay.hiring.boards;

import dev.assay.hiring.shared.EmployerId;
import java.util.List;
import java.util.Optional;

/** Who may push to an address: whoever signs with the secret, or with the one before it. */
public final class BoardSender {

    private final EmployerId employer;
    private final BoardConnection connection;
    private final BoardAdapter adapter;
    private final List<byte[]> secrets;

    BoardSender(
            EmployerId employer,
            BoardConnection connection,
            BoardAdapter adapter,
            List<byte[]> secrets) {
        this.employer = employer;
        this.connection = connection;
        this.adapter = adapter;
        this.secrets = List.copyOf(secrets);
    }

    EmployerId employer() {
        return employer;
    }

    BoardConnection connection() {
        return connection;
    }

    public Board board() {
        return connection.board();
    }

    BoardAdapter adapter() {
        return adapter;
    }

    /**
     * What shows the board that this address knows its secret, the newest one; empty for a board
     * that asks nobody.
     *
     * @param challenge a UUID: nothing else is signed for whoever asks
     */
    public Optional<String> answer(String challenge) {
        return adapter.answer(secrets.getFirst(), challenge);
    }

    /** Whether exactly these bytes were signed with a secret in force. */
    public boolean isSigned(byte[] body, String signature) {
        boolean signed = false;
        for (byte[] secret : secrets) {
            signed |= adapter.isSigned(secret, body, signature);
        }
        return signed;
    }
}
