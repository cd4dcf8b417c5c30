package dev.assay.hiring.platform.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A directory that is filled once and then only read. It appears whole or not at all: a killed
 * process leaves only a directory of another name, which the next one clears away. Processes that
 * come at the same time wait for the first.
 */
final class InstalledOnce {
    private InstalledOnce() {}

    /**
     * Returns {@code directory}, after {@code fill} has filled it if it was not there.
     *
     * @param fill gets an empty directory, whose content must bear being moved
     */
    static Path at(Path directory, Consumer<Path> fill) {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        Path lockFile = directory.resolveSibling(directory.getFileName() + ".lock");
        try {
            Files.createDirectories(directory.toAbsolutePath().getParent());
            // A file lock keeps other processes out, but throws on a second thread of this one.
            synchronized (InstalledOnce.class) {
                try (FileChannel channel =
                                FileChannel.open(
                                        lockFile,
                                        StandardOpenOption.CREATE,
                                        StandardOpenOption.WRITE);
                        FileLock _ = channel.lock()) {
                    if (!Files.isDirectory(directory)) {
                        install(directory, fill);
                    }
                }
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot install " + directory, e);
        }
    }

    private static void install(Path directory, Consumer<Path> fill) throws IOException {
        Path unfinished = directory.resolveSibling(directory.getFileName() + ".unfinished");
        FileTree.delete(unfinished);
        Files.createDirectory(unfinished);
        fill.accept(unfinished);
        Files.move(unfinished, directory, StandardCopyOption.ATOMIC_MOVE);
    }
}
