package dev.assay.hiring.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The web, as far as an application under test can reach it: the documents put in here. */
public final class PinnedFolder {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Map<String, String> manifest = new LinkedHashMap<>();

    private PinnedFolder(Path folder) {
        this.folder = folder;
    }

    static PinnedFolder empty() {
        try {
            return new PinnedFolder(Files.createTempDirectory("assay-pinned"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path path() {
        return folder;
    }

    /** From now on this document is at the address. */
    public synchronized void put(String address, String document) {
        String file = "document-" + manifest.size() + ".json";
        replace(manifest.computeIfAbsent(address, _ -> file), document);
        replace("manifest.json", JSON.writeValueAsString(manifest));
    }

    private void replace(String file, String text) {
        try {
            Path fresh =
                    Files.writeString(Files.createTempFile(folder, "fresh", ".tmp"), text, UTF_8);
            Files.move(
                    fresh,
                    folder.resolve(file),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
