package dev.assay.hiring.platform.fetch;

/** What a host answered; the body only where it is a document. */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through once; copying buys nothing
record Answer(int status, ResponseHeaders headers, byte[] body) {

    static final int OK = 200;
    static final int NOT_MODIFIED = 304;

    /** 301, 302, 303, 307, 308: the address points elsewhere. */
    boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }
}
