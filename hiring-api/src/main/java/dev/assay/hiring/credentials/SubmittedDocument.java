package dev.assay.hiring.credentials;

import java.util.Arrays;

/**
 * A credential as it came in, byte for byte.
 *
 * @param mediaType what the submitter said it is; kept, not believed
 */
public record SubmittedDocument(byte[] bytes, String mediaType) implements SubmittedCredential {

    /** One credential's limit, in bytes. */
    public static final int MAXIMUM_BYTES = 1024 * 1024;

    @Override
    public boolean equals(Object other) {
        return other instanceof SubmittedDocument document
                && mediaType.equals(document.mediaType)
                && Arrays.equals(bytes, document.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "SubmittedDocument[" + mediaType + ", " + bytes.length + " bytes]";
    }
}
