package dev.assay.credential.source;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What many verifications of one instant have in common: a document is asked for once, as long as
 * there is room (512 answers, 64 MiB), and all see the same answer. Thread-safe.
 */
public final class SharedDocuments implements DocumentSource {

    private static final int MAX_ANSWERS = 512;
    private static final long MAX_BYTES = 64L << 20;

    private final DocumentSource source;
    private final Map<URI, Answer> answers = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    public SharedDocuments(DocumentSource source) {
        this.source = source;
    }

    @Override
    public Answer fetch(URI address) {
        var known = answers.get(address);
        if (known != null) {
            return known;
        }
        // Not while the map is locked: others have addresses of their own to wait for.
        var answer = source.fetch(address);
        if (answers.size() >= MAX_ANSWERS || bytes.addAndGet(size(answer)) > MAX_BYTES) {
            return answer;
        }
        var earlier = answers.putIfAbsent(address, answer);
        return earlier == null ? answer : earlier;
    }

    private static int size(Answer answer) {
        return answer instanceof Answer.Found found ? found.content().length : 0;
    }
}
