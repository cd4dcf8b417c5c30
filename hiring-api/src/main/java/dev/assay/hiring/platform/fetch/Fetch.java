package dev.assay.hiring.platform.fetch;

/** What fetching a document came to. */
public sealed interface Fetch {

    /**
     * The document, unpacked.
     *
     * @param contentType as the host named it; not to be believed, and empty when it named none
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes pass through once; copying buys nothing
    record Fetched(byte[] content, String contentType) implements Fetch {}

    /** No document. */
    record Failed(FetchFault fault) implements Fetch {}
}
