package dev.assay.hiring.credentials;

import dev.assay.credential.evidence.Evidence;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a verification rested on, as it is kept: compressed, and without the document, which is kept
 * beside it once and for all verifications.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; copying buys nothing
record EvidencePack(byte[] bytes) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DOCUMENT = "document";

    static EvidencePack of(Evidence evidence) {
        ObjectNode kept = evidence.toJson();
        kept.remove(DOCUMENT);
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(JSON.writeValueAsBytes(kept));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return new EvidencePack(bytes.toByteArray());
    }

    /** The whole of it, from which anybody can have the verdict again. */
    byte[] with(byte[] document) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            ObjectNode whole = (ObjectNode) JSON.readTree(gzip);
            whole.put(DOCUMENT, Base64.getEncoder().encodeToString(document));
            return JSON.writeValueAsBytes(whole);
        } catch (IOException e) {
            throw new UncheckedIOException("an evidence pack of ours is broken", e);
        }
    }
}
