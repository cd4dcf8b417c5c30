package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything one local run keeps, and the right to use it: as long as this is open, no other run
 * gets the same directory. The right ends with the process, however that ends.
 */
final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "run.lock";
    private static final List<String> CONTENT =
            List.of("postgres", "keycloak", "secrets", "logs", "mail");

    private final Path directory;
    private final FileChannel lock;

    private DataDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Takes the directory for a run, and makes it if there is none.
     *
     * @param owner who is here, told to whoever comes next
     * @param root the source tree, whose {@code .assay} may hold other things too
     */
    static DataDirectory take(Path directory, String owner, Path root) {
        try {
            requireOurs(directory, root);
            Files.createDirectories(directory);
            FileChannel lock =
                    FileChannel.open(
                            directory.resolve(LOCK),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                lock.close();
                throw LocalRunException.refused(
                        "%s is in use by %s; stop that run, or choose another directory with --data DIR"
                                .formatted(directory, Files.readString(directory.resolve(LOCK))));
            }
            lock.truncate(0);
            lock.write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
            return new DataDirectory(directory, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data directory " + directory, e);
        }
    }

    /** Throws away what earlier runs kept; nothing may run on it. */
    void clear() {
        try {
            for (String name : CONTENT) {
                FileTree.delete(directory.resolve(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot clear " + directory, e);
        }
    }

    Secrets secrets() {
        return new Secrets(directory.resolve("secrets"));
    }

    PostgresDirectory postgres(PostgresBinaries binaries) {
        return new PostgresDirectory(binaries, directory.resolve("postgres"), log("postgres.log"));
    }

    KeycloakHome keycloak() {
        return new KeycloakHome(directory.resolve("keycloak"), log("keycloak.log"));
    }

    /** Where mail goes that nobody sends. */
    Path mail() {
        return directory.resolve("mail");
    }

    Path applicationLog() {
        return log("assay.log");
    }

    /** Where documents for addresses that cannot be reached are put; kept by a fresh start. */
    Path pinnedDocuments() {
        try {
            return Files.createDirectories(directory.resolve("pinned-documents"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder in " + directory, e);
        }
    }

    Path path() {
        return directory;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot let go of " + directory, e);
        }
    }

    private Path log(String name) {
        return directory.resolve("logs").resolve(name);
    }

    // --fresh deletes by name, so a directory of somebody else's must never become ours.
    private static void requireOurs(Path directory, Path root) throws IOException {
        if (directory.equals(LocalInstallation.home(root))
                || !Files.exists(directory)
                || Files.exists(directory.resolve(LOCK))) {
            return;
        }
        try (Stream<Path> content = Files.list(directory)) {
            if (content.findAny().isPresent()) {
                throw LocalRunException.refused(
                        "%s is neither empty nor the data of an earlier run".formatted(directory));
            }
        }
    }
}
