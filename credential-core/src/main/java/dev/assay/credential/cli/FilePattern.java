package dev.assay.credential.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The files an argument means. Most shells expand patterns themselves; a quoted one, or one of a
 * shell that does not, is expanded here, within one folder.
 */
final class FilePattern {

    private static final Pattern WILDCARDS = Pattern.compile("[*?\\[{]");

    private FilePattern() {}

    /** Sorted by name; the argument itself where it names a file or means none. */
    static List<Path> files(String argument) {
        int slash = argument.lastIndexOf('/');
        var name = argument.substring(slash + 1);
        try {
            if (!WILDCARDS.matcher(name).find() || Files.exists(Path.of(argument))) {
                return List.of(Path.of(argument));
            }
        } catch (InvalidPathException _) {
            // On some systems a pattern is no path; it is still a pattern.
        }
        var folder = Path.of(slash < 0 ? "." : argument.substring(0, slash + 1));
        try (var stream = Files.newDirectoryStream(folder, name)) {
            var found = new ArrayList<Path>();
            stream.forEach(found::add);
            found.removeIf(Files::isDirectory);
            var sorted = found.stream().map(p -> slash < 0 ? p.getFileName() : p).sorted().toList();
            return sorted.isEmpty() ? List.of(Path.of(argument)) : sorted;
        } catch (IOException | PatternSyntaxException _) {
            return List.of(Path.of(argument)); // reported as a file that cannot be read
        }
    }
}
