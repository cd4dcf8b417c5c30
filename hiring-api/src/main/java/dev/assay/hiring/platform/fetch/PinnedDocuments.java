package dev.assay.hiring.platform.fetch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Documents an operator put into a folder, for addresses that cannot or shall not be reached: its
 * {@code manifest.json} is one object from address to file name, or to {@code {"file",
 * "contentType"}}. Read anew when it changes; a manifest that is wrong as a whole or in a part is
 * refused at start, and later leaves the last good one in force. What is listed here is never asked
 * of the network, also when its file is missing.
 */
final class PinnedDocuments {

    static final String MANIFEST = "manifest.json";

    private static final Logger LOG = LoggerFactory.getLogger(PinnedDocuments.class);
    private static final int MAXIMUM_BYTES = 16 * 1024 * 1024;

    private final @Nullable Path folder;
    private final JsonMapper json =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private State state = new State(Stamp.NONE, Map.of());

    private PinnedDocuments(@Nullable Path folder) {
        this.folder = folder;
    }

    static PinnedDocuments none() {
        return new PinnedDocuments(null);
    }

    /**
     * @throws IllegalStateException when there is no such folder, or its manifest is wrong
     */
    static PinnedDocuments in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    "assay.fetch.pinned-documents names no folder: " + folder);
        }
        PinnedDocuments pinned = new PinnedDocuments(folder);
        try {
            pinned.state = pinned.read();
        } catch (IOException | IllegalArgumentException failure) {
            throw new IllegalStateException(
                    "assay.fetch.pinned-documents: " + folder.resolve(MANIFEST) + " is wrong",
                    failure);
        }
        return pinned;
    }

    /** The answer for an address that is pinned; empty for all others. */
    Optional<Fetch> of(WebAddress address) {
        if (folder == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(current(folder).documents.get(address.key()))
                .map(document -> read(folder, document));
    }

    private synchronized State current(Path where) {
        Stamp now = Stamp.of(where.resolve(MANIFEST));
        if (!now.equals(state.stamp)) {
            try {
                state = read();
            } catch (IOException | IllegalArgumentException failure) {
                LOG.atError()
                        .setCause(failure)
                        .log(
                                "the manifest of the pinned documents is wrong; the last good one stays");
                state = new State(now, state.documents);
            }
        }
        return state;
    }

    private State read() throws IOException {
        Path manifest = Objects.requireNonNull(folder).resolve(MANIFEST);
        // Before the content: a change in between is then seen the next time.
        Stamp stamp = Stamp.of(manifest);
        if (stamp.equals(Stamp.NONE)) {
            return new State(stamp, Map.of());
        }
        try {
            return new State(stamp, documents(json.readTree(Files.readAllBytes(manifest))));
        } catch (JacksonException failure) {
            throw new IllegalArgumentException("it is not JSON", failure);
        }
    }

    private static Map<String, Document> documents(JsonNode manifest) {
        if (!manifest.isObject()) {
            throw new IllegalArgumentException("it is not one JSON object");
        }
        Map<String, Document> documents = new HashMap<>();
        manifest.forEachEntry((address, entry) -> {
            if (!(WebAddress.parse(address) instanceof WebAddress.Accepted(var accepted))) {
                throw new IllegalArgumentException("not an address we would fetch: " + address);
            }
            if (documents.put(accepted.key(), document(address, entry)) != null) {
                throw new IllegalArgumentException("listed twice: " + address);
            }
        });
        return documents;
    }

    private static Document document(String address, JsonNode entry) {
        JsonNode file = entry.isString() ? entry : entry.path("file");
        if (!file.isString() || !isPlainName(file.asString())) {
            throw new IllegalArgumentException("not a file of the folder itself, for " + address);
        }
        String type = entry.path("contentType").asString("");
        return new Document(file.asString(), type.isEmpty() ? typeOf(file.asString()) : type);
    }

    private static boolean isPlainName(String name) {
        return name.matches("[A-Za-z0-9_@+=-][A-Za-z0-9._@+=-]*");
    }

    private static String typeOf(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1)) {
            case "json", "jsonld" -> "application/json";
            case "jwt" -> "application/jwt";
            case "png" -> "image/png";
            case "svg" -> "image/svg+xml";
            default -> "application/octet-stream";
        };
    }

    /** A file is read each time: whoever replaces it need not touch the manifest. */
    private static Fetch read(Path folder, Document document) {
        try {
            Path file = folder.resolve(document.file);
            if (Files.size(file) > MAXIMUM_BYTES) {
                return new Fetch.Failed(FetchFault.TOO_LARGE);
            }
            return new Fetch.Fetched(Files.readAllBytes(file), document.contentType);
        } catch (IOException failure) {
            LOG.atError().setCause(failure).log("a pinned document cannot be read");
            return new Fetch.Failed(FetchFault.PINNED_UNREADABLE);
        }
    }

    private record Document(String file, String contentType) {}

    private record State(Stamp stamp, Map<String, Document> documents) {}

    /** Tells one version of the manifest from the next. */
    private record Stamp(@Nullable FileTime modified, long size, @Nullable Object key) {
        private static final Stamp NONE = new Stamp(null, -1, null);

        static Stamp of(Path file) {
            try {
                BasicFileAttributes attributes =
                        Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(
                        attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
            } catch (NoSuchFileException _) {
                return NONE;
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }
    }
}
