package dev.assay.hiring.partners;

import java.nio.ByteBuffer;

/**
 * An accepted application as it waits, sealed: as it was handed in, and what is enclosed. Nothing
 * enclosed leaves it as it was handed in, which begins with a brace.
 */
record Enclosure(byte[] submission, byte[] enclosed) {

    /** No JSON begins with it. */
    private static final byte MARK = 1;

    byte[] bytes() {
        return enclosed.length == 0
                ? submission
                : ByteBuffer.allocate(1 + Integer.BYTES + enclosed.length + submission.length)
                        .put(MARK)
                        .putInt(enclosed.length)
                        .put(enclosed)
                        .put(submission)
                        .array();
    }

    /** Reads what {@link #bytes} wrote. */
    static Enclosure of(byte[] bytes) {
        if (bytes.length == 0 || bytes[0] != MARK) {
            return new Enclosure(bytes, new byte[0]);
        }
        ByteBuffer parts = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        byte[] enclosed = new byte[parts.getInt()];
        parts.get(enclosed);
        byte[] submission = new byte[parts.remaining()];
        parts.get(submission);
        return new Enclosure(submission, enclosed);
    }

    /** Without what is in it. */
    @Override
    public String toString() {
        return "Enclosure[]";
    }
}
