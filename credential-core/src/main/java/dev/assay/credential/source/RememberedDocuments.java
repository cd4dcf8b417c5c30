package dev.assay.credential.source;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * Asks the source once for each address during one verification, so that all its checks see the
 * same document, and for no more than 32 addresses: a credential is written by whoever sends it,
 * and must not make us call on half the world. For one thread and one verification.
 */
public final class RememberedDocuments implements DocumentSource {

    private static final int MAX_ADDRESSES = 32;

    private final DocumentSource source;
    private final Map<URI, Answer> answers = new HashMap<>();

    public RememberedDocuments(DocumentSource source) {
        this.source = source;
    }

    @Override
    public Answer fetch(URI address) {
        if (answers.size() >= MAX_ADDRESSES && !answers.containsKey(address)) {
            return new Answer.Unavailable("the credential refers to too many documents");
        }
        return answers.computeIfAbsent(address, source::fetch);
    }
}
