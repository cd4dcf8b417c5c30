package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * A folder by which the processes of one build agree on who runs something for all of them, and
 * where it is to be found.
 */
final class OncePerBuild {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path folder;

    /** What a host runs. */
    interface Service extends AutoCloseable {
        /** Where the others find it. */
        String address();

        @Override
        void close();
    }

    OncePerBuild(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs a service for as long as the build lives; returns at once when another process does so
     * already.
     *
     * @param start gets a folder to write to, and returns when the service can be used
     */
    void host(ProcessHandle build, Function<Path, Service> start) {
        try (FileChannel channel = open();
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return;
            }
            Files.deleteIfExists(failure());
            try (Service service = start.apply(folder)) {
                publish(address(), service.address());
                build.onExit().join();
            } catch (LocalRunException failed) {
                publish(failure(), String.valueOf(failed.getMessage()));
                throw failed;
            } finally {
                Files.deleteIfExists(address());
            }
            FileTree.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot host anything in " + folder, e);
        }
    }

    /** Whether some process has taken it on, or has tried and failed. */
    boolean isTaken() {
        if (Files.exists(address()) || Files.exists(failure())) {
            return true;
        }
        try (FileChannel channel = open();
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
    }

    /** Returns where the service is, when it can be used. */
    String await(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (!Files.exists(address())) {
                if (Files.exists(failure())) {
                    throw new LocalRunException(Files.readString(failure()));
                }
                if (System.nanoTime() - end > 0) {
                    throw new LocalRunException(
                            "nothing was ready after %d s; see %s"
                                    .formatted(patience.toSeconds(), folder));
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            }
            return Files.readString(address());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalRunException("interrupted while waiting for " + folder, e);
        }
    }

    /** Where the host writes what it has to say. */
    Path log() {
        return folder.resolve("host.log");
    }

    private FileChannel open() throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    // Whole or not at all: others read it as soon as it is there.
    private void publish(Path file, String text) throws IOException {
        Path unfinished = Files.createTempFile(folder, "unfinished", ".txt");
        Files.writeString(unfinished, text);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path address() {
        return folder.resolve("address");
    }

    private Path failure() {
        return folder.resolve("failure");
    }
}
