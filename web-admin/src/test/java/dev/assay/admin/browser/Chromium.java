package dev.assay.admin.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the system's packages; the tests never download one. */
final class Chromium {

    static final String MISSING =
            "no Chromium or Chrome on the PATH; on Debian: apt-get install chromium";

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    private Chromium() {}

    static Optional<Path> find() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return NAMES.stream()
                .flatMap(name ->
                        Stream.concat(
                                        Arrays.stream(path.split(File.pathSeparator, -1)),
                                        Stream.of("/usr/bin"))
                                .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Continuous integration has to run these tests; elsewhere they may be skipped. */
    static boolean isRequired() {
        return "true".equals(System.getenv("CI"));
    }
}
