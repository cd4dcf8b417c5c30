package dev.assay.hiring.platform.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The key that wraps every person's key. Lives in a file outside the database. */
final class MasterKey {

    private static final int BYTES = 32;

    private final byte[] key;

    private MasterKey(byte[] key) {
        this.key = key;
    }

    /**
     * @throws IllegalStateException when the file is missing or does not hold 32 bytes in Base64
     */
    static MasterKey read(Path file) {
        try {
            byte[] key = Base64.getMimeDecoder().decode(Files.readString(file).strip());
            if (key.length != BYTES) {
                throw new IllegalStateException(
                        "assay.secrets.master-key-file must hold 32 bytes in Base64, but holds "
                                + key.length);
            }
            return new MasterKey(key);
        } catch (IOException failure) {
            throw new UncheckedIOException("assay.secrets.master-key-file cannot be read", failure);
        }
    }

    byte[] wrap(byte[] dataKey, String context) {
        return AesGcm.seal(key, dataKey, context);
    }

    byte[] unwrap(byte[] wrapped, String context) {
        return AesGcm.open(key, wrapped, context);
    }
}
