package dev.assay.db.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** One digest over everything the generated code depends on: file names, contents, generator. */
final class ChangelogFingerprint {
    private ChangelogFingerprint() {}

    static String of(Path changelogDirectory, String generatorVersion) {
        MessageDigest digest = sha256();
        add(digest, generatorVersion.getBytes(StandardCharsets.UTF_8));
        try {
            for (Path file : files(changelogDirectory)) {
                String name = changelogDirectory.relativize(file).toString().replace('\\', '/');
                add(digest, name.getBytes(StandardCharsets.UTF_8));
                add(digest, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + changelogDirectory, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> tree = Files.walk(directory)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    // The length goes first, or moving a byte from one file to the next would change nothing.
    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
