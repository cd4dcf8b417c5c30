package dev.assay.credential.evidence;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.json.Timestamp;
import dev.assay.credential.source.DocumentSource;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything one verification rested on: the document, the instant, and every answer it had from
 * elsewhere, refusals too. The same verifier gives the same report from it, years later and
 * offline. Holds the credential, and so personal data.
 *
 * @param document as it was verified, byte for byte
 * @param used what was asked for, in order
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through; copying buys nothing
public record Evidence(Instant at, byte[] document, List<Used> used) {

    /** Holds documents whole, and a document is text to it. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxStringLength(Integer.MAX_VALUE)
                                                    .build())
                                    .build())
                    .build();

    /** One address that was asked for, and what it answered. */
    public record Used(URI address, DocumentSource.Answer answer) {}

    public Evidence {
        used = List.copyOf(used);
    }

    /** Answers as it was answered then, and has nothing else. */
    public DocumentSource documents() {
        Map<URI, DocumentSource.Answer> answers = new LinkedHashMap<>();
        used.forEach(u -> answers.putIfAbsent(u.address(), u.answer()));
        return address ->
                answers.getOrDefault(
                        address,
                        new DocumentSource.Answer.Unavailable("it was not asked for at the time"));
    }

    public ObjectNode toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("verifiedAt", at.toString());
        json.put("document", Base64.getEncoder().encodeToString(document));
        var documents = json.putArray("used");
        for (var one : used) {
            var node = documents.addObject().put("address", one.address().toString());
            switch (one.answer()) {
                case DocumentSource.Answer.Found found ->
                        node.put("content", Base64.getEncoder().encodeToString(found.content()))
                                .put("contentType", found.contentType());
                case DocumentSource.Answer.Gone() -> node.put("gone", true);
                case DocumentSource.Answer.Unavailable(var reason) ->
                        node.put("unavailable", reason);
            }
        }
        return json;
    }

    /** Empty for anything but the text of what {@link #toJson} writes. */
    public static Optional<Evidence> read(byte[] text) {
        try {
            return read(MAPPER.readTree(text));
        } catch (JacksonException _) {
            return Optional.empty(); // no JSON
        }
    }

    /** Empty for anything but what {@link #toJson} writes. */
    public static Optional<Evidence> read(JsonNode json) {
        var at = JsonTree.text(json, "verifiedAt").flatMap(Timestamp::parse);
        var document = bytes(json, "document");
        var used = new ArrayList<Used>();
        for (var node : json.path("used")) {
            var one = used(node);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            used.add(one.get());
        }
        return at.flatMap(time -> document.map(bytes -> new Evidence(time, bytes, used)));
    }

    private static Optional<Used> used(JsonNode node) {
        Optional<DocumentSource.Answer> answer =
                bytes(node, "content")
                        .<DocumentSource.Answer>map(content ->
                                new DocumentSource.Answer.Found(
                                        content, JsonTree.text(node, "contentType").orElse("")))
                        .or(() ->
                                JsonTree.text(node, "unavailable")
                                        .map(DocumentSource.Answer.Unavailable::new))
                        .or(() ->
                                node.path("gone").asBoolean(false)
                                        ? Optional.of(new DocumentSource.Answer.Gone())
                                        : Optional.empty());
        return JsonTree.text(node, "address")
                .flatMap(Evidence::uri)
                .flatMap(address -> answer.map(a -> new Used(address, a)));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // no address
        }
    }

    private static Optional<byte[]> bytes(JsonNode node, String property) {
        try {
            return JsonTree.text(node, property).map(Base64.getDecoder()::decode);
        } catch (IllegalArgumentException _) {
            return Optional.empty(); // not base64
        }
    }
}
