package dev.assay.credential.source;

import java.net.URI;

/**
 * Where controller documents and issuer key sets come from. The library never fetches: whoever
 * implements this decides on hosts, sizes, times and caching, and must answer with the document at
 * exactly that address.
 */
@FunctionalInterface
public interface DocumentSource {

    /** Asked only for https addresses without a fragment. Must not throw for a failed fetch. */
    Answer fetch(URI address);

    /** A source that has nothing, for offline use: what depends on it stays undecided. */
    static DocumentSource none() {
        return _ -> new Answer.Unavailable("no remote documents in offline use");
    }

    /** What fetching came to. */
    sealed interface Answer {
        /** The document, as received. */
        @SuppressWarnings("ArrayRecordComponent") // bytes pass through once; copying buys nothing
        record Found(byte[] content, String contentType) implements Answer {}

        /** The host says that there was a document, and that it was withdrawn (HTTP 410). */
        record Gone() implements Answer {}

        /** No document; the reason is shown to people. */
        record Unavailable(String reason) implements Answer {}
    }
}
