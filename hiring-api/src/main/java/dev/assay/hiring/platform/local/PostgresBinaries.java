package dev.assay.hiring.platform.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs of this operating system, unpacked from the archive on the class path.
 *
 * @param directory holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path directory) {
    private static final int OWNER_EXECUTE = 0100;

    /** Unpacks them at first use. */
    static PostgresBinaries installed(Path root) {
        String name = "postgres-" + LocalInstallation.version("postgresql");
        return new PostgresBinaries(
                InstalledOnce.at(
                        LocalInstallation.home(root).resolve(name), PostgresBinaries::unpack));
    }

    /**
     * The command line of one of the programs. They refuse to run as root, so root gives up its
     * rights in a user namespace; the files stay its own.
     */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return command;
    }

    private static void unpack(Path target) {
        try (InputStream archive = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked to " + target, e);
        }
    }

    private static InputStream archive() throws IOException {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system.startsWith("mac") ? "Darwin" : "Linux",
                ArchUtils.normalize(System.getProperty("os.arch")));
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path target)
            throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("the archive points outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(path, target.resolve(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            if ((entry.getMode() & OWNER_EXECUTE) != 0) {
                makeExecutable(path);
            }
        }
    }

    private static void makeExecutable(Path path) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(path, permissions);
    }
}
