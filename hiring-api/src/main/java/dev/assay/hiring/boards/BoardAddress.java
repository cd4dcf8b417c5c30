package dev.assay.hiring.boards;

import dev.assay.hiring.shared.EmployerId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Which connection of which employer an address means that a board pushes to. */
record BoardAddress(EmployerId employer, UUID connection) {

    private static final int BYTES = 4 * Long.BYTES;

    String text() {
        byte[] bytes =
                ByteBuffer.allocate(BYTES)
                        .putLong(employer.value().getMostSignificantBits())
                        .putLong(employer.value().getLeastSignificantBits())
                        .putLong(connection.getMostSignificantBits())
                        .putLong(connection.getLeastSignificantBits())
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty when it is no address of ours. */
    static Optional<BoardAddress> parse(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != BYTES) {
                return Optional.empty();
            }
            ByteBuffer parts = ByteBuffer.wrap(bytes);
            BoardAddress address =
                    new BoardAddress(
                            new EmployerId(new UUID(parts.getLong(), parts.getLong())),
                            new UUID(parts.getLong(), parts.getLong()));
            // There is one way to write it.
            return Optional.of(address).filter(read -> read.text().equals(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
