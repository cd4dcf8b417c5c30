package dev.assay.credential.schema;

import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.resource.InputStreamSource;
import com.networknt.schema.resource.ResourceLoader;
import dev.assay.credential.input.ParseResult;
import dev.assay.credential.input.StrictJson;
import dev.assay.credential.source.DocumentSource;
import dev.assay.credential.source.HttpsAddress;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Loads what a schema refers to through the document port, and nothing from anywhere else. */
final class PortLoader implements ResourceLoader {

    private final DocumentSource documents;
    private final StrictJson json;
    private @Nullable String missing;

    PortLoader(DocumentSource documents, StrictJson json) {
        this.documents = documents;
        this.json = json;
    }

    /** The validator carries the standards' own schemas under their addresses, draft 4 to 7's. */
    static boolean isAllowed(AbsoluteIri address) {
        var text = address.toString();
        return HttpsAddress.parse(text).isPresent()
                || text.startsWith("http://json-schema.org/")
                || text.startsWith("classpath:draft");
    }

    @Override
    public InputStreamSource getResource(AbsoluteIri address) {
        var uri = HttpsAddress.parse(address.toString());
        if (uri.isEmpty()) {
            throw missing("its schema refers to something that is not at an https address");
        }
        return switch (documents.fetch(uri.get())) {
            case DocumentSource.Answer.Gone() ->
                    throw missing("a part of its schema was withdrawn");
            case DocumentSource.Answer.Unavailable(var reason) -> throw missing(reason);
            case DocumentSource.Answer.Found found -> {
                if (!(json.parse(found.content()) instanceof ParseResult.Parsed)) {
                    throw missing("its schema refers to something that is no JSON document");
                }
                yield () -> new ByteArrayInputStream(found.content());
            }
        };
    }

    Optional<String> missing() {
        return Optional.ofNullable(missing);
    }

    private Missing missing(String reason) {
        missing = reason;
        return new Missing();
    }

    /** A part of the schema is not to be had; never leaves this package. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
