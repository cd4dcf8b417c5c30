package dev.assay.hiring.compliance;

import dev.assay.hiring.shared.PersonalExport;
import dev.assay.hiring.shared.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A ZIP archive whose last entry, {@code manifest.json}, names every other with its digest. An
 * archive without it is a piece of one.
 */
final class ArchiveWriter implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+([./][A-Za-z0-9-]+)*");

    private final ZipOutputStream zip;
    private final JsonMapper json;
    private final List<FileEntry> files = new ArrayList<>();

    private record FileEntry(String name, int bytes, String sha256) {}

    private record Manifest(UUID candidateId, Instant exportedAt, List<FileEntry> files) {}

    ArchiveWriter(OutputStream target, JsonMapper json) {
        this.zip = new ZipOutputStream(target);
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
    }

    /** What is handed over there lies in this folder. */
    PersonalExport below(String folder) {
        return new PersonalExport() {
            @Override
            public void file(String name, byte[] content) {
                write(folder + "/" + name, content);
            }

            @Override
            public void json(String name, Object content) {
                write(folder + "/" + name, json.writeValueAsBytes(content));
            }
        };
    }

    void finish(UUID candidate, Instant now) {
        put("manifest.json", json.writeValueAsBytes(new Manifest(candidate, now, files)));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void write(String name, byte[] content) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name of an exported file: " + name);
        }
        files.add(new FileEntry(name, content.length, Sha256.hex(content)));
        put(name, content);
    }

    private void put(String name, byte[] content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        } catch (IOException callerIsGone) {
            throw new UncheckedIOException(callerIsGone);
        }
    }
}
