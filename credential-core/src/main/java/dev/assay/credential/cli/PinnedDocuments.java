package dev.assay.credential.cli;

import dev.assay.credential.input.InputLimits;
import dev.assay.credential.source.DocumentSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Documents somebody saved beforehand, each where its address says: {@code https://host/a/b} is
 * {@code host/a/b}, or {@code host/a/b.json}, or {@code host/a/b/index.json}; a port follows the
 * host after an underscore. Never leaves the folder.
 */
final class PinnedDocuments implements DocumentSource {

    private final Path folder;

    PinnedDocuments(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public Answer fetch(URI address) {
        return file(address)
                .<Answer>map(PinnedDocuments::read)
                .orElseGet(() -> new Answer.Unavailable("it is not among the pinned documents"));
    }

    private Optional<Path> file(URI address) {
        var host = address.getHost() + (address.getPort() < 0 ? "" : "_" + address.getPort());
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var path = (address.getRawPath() + query).replaceAll("^/+|/+$", "");
        try {
            var place = folder.resolve(host).resolve(path).normalize();
            return place.startsWith(folder)
                    ? Stream.of(place, Path.of(place + ".json"), place.resolve("index.json"))
                            .filter(Files::isRegularFile)
                            .findFirst()
                    : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty(); // no file could be called that
        }
    }

    private static Answer read(Path file) {
        try (var in = Files.newInputStream(file)) {
            byte[] content = in.readNBytes(InputLimits.standard().maxBytes() + 1);
            return new Answer.Found(content, "");
        } catch (IOException e) {
            return new Answer.Unavailable("the pinned document cannot be read");
        }
    }
}
