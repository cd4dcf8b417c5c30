package dev.assay.credential.source;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks the source once for each address during one verification, so that all its checks see the
 * same document. For one thread and one verification.
 */
public final class RememberedDocuments implements DocumentSource {

    private final DocumentSource source;
    private final Map<URI, Answer> answers = new HashMap<>();

    public RememberedDocuments(DocumentSource source) {
        this.source = source;
    }

    @Override
    public Answer fetch(URI address) {
        return answers.computeIfAbsent(address, source::fetch);
    }
}
