package dev.assay.credential.badge2;

import dev.assay.credential.input.InputLimits;
import dev.assay.credential.input.ParseResult;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.source.DocumentSource;
import dev.assay.credential.source.HttpsAddress;
import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Documents by their id. Many ids of old badges begin with http; they are asked for over https, and
 * stay what they are called.
 */
final class Hosting {

    private final DocumentSource documents;
    private final StrictJson json;

    Hosting(DocumentSource documents, InputLimits limits) {
        this.documents = documents;
        this.json = StrictJson.within(limits);
    }

    /** What asking for a document came to. */
    sealed interface Hosted {
        record Document(JsonNode content) implements Hosted {}

        record Gone() implements Hosted {}

        record Unavailable(String reason) implements Hosted {}
    }

    static Optional<URI> address(String id) {
        var secure = id.startsWith("http://") ? "https://" + id.substring(7) : id;
        int fragment = secure.indexOf('#');
        return HttpsAddress.parse(fragment < 0 ? secure : secure.substring(0, fragment));
    }

    /** Refuses a document that says it is another one; one of 1.x may say nothing. */
    Hosted document(String id) {
        var address = address(id);
        if (address.isEmpty()) {
            return new Hosted.Unavailable("\"" + shortened(id) + "\" is no web address");
        }
        return switch (documents.fetch(address.get())) {
            case DocumentSource.Answer.Gone() -> new Hosted.Gone();
            case DocumentSource.Answer.Unavailable(var reason) -> new Hosted.Unavailable(reason);
            case DocumentSource.Answer.Found found ->
                    switch (json.parse(found.content())) {
                        case ParseResult.Malformed(var fault) ->
                                new Hosted.Unavailable(
                                        "what is there is unreadable: " + fault.code().wireName());
                        case ParseResult.Parsed(var tree) -> named(tree, id);
                    };
        };
    }

    private static Hosted named(JsonNode tree, String id) {
        boolean another = JsonTree.text(tree, "id").filter(own -> !own.equals(id)).isPresent();
        return another || !tree.isObject()
                ? new Hosted.Unavailable("what is there is another document")
                : new Hosted.Document(tree);
    }

    private static String shortened(String id) {
        return id.length() <= 100 ? id : id.substring(0, 100) + "…";
    }
}
