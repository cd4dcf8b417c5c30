package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * The generated secrets of one data directory: made at first use, the same ever after, each in a
 * file only its owner may read. Two local runs never share one.
 */
final class Secrets {
    private static final int BYTES = 32;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final SecureRandom random = new SecureRandom();
    private final Path directory;

    Secrets(Path directory) {
        this.directory = directory;
    }

    /** A password nobody has to type: 256 random bits in URL-safe Base64. */
    String password(String name) {
        return text(file(name, Base64.getUrlEncoder().withoutPadding()));
    }

    /** The file of a 256-bit key in plain Base64. */
    Path keyFile(String name) {
        return file(name, Base64.getEncoder());
    }

    private Path file(String name, Base64.Encoder encoder) {
        Path file = directory.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        try {
            Files.createDirectories(directory, OWNER_DIRECTORY);
            // Moved into place whole, so that a killed run leaves no half a secret.
            Path whole = Files.createTempFile(directory, name, ".new", OWNER_FILE);
            Files.writeString(whole, encoder.encodeToString(secret) + "\n");
            return Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the secret " + file, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the secret " + file, e);
        }
    }
}
