package dev.assay.hiring.platform.fetch;

/**
 * Why a document could not be had. The codes are stable and name metrics; the words complete "could
 * not be fetched: …" and may change.
 */
public enum FetchFault {
    // The address itself.
    MALFORMED_ADDRESS("malformed-address", "the address is malformed"),
    NOT_HTTPS("not-https", "the address is not https"),
    USER_IN_ADDRESS("user-in-address", "the address contains a user name or password"),
    HOST_NOT_A_NAME("host-not-a-name", "the address names no public host"),
    PORT_NOT_ALLOWED("port-not-allowed", "the port is not one we connect to"),

    // On the way.
    NETWORK_OFF("network-off", "this installation fetches nothing from the network"),
    BUSY("busy", "too much is being fetched at the moment"),
    HOST_NOT_FOUND("host-not-found", "the host is not known"),
    ADDRESS_NOT_PUBLIC("address-not-public", "the host is not on the public internet"),
    CONNECT_FAILED("connect-failed", "the host does not answer"),
    TLS_FAILED("tls-failed", "the host cannot show that it is the one meant"),
    TIMED_OUT("timed-out", "it took too long"),

    // What came back.
    BROKEN_ANSWER("broken-answer", "the answer was broken"),
    NOT_THERE("not-there", "there is nothing at the address"),
    GONE("gone", "the document was taken away for good"),
    HTTP_STATUS("http-status", "the host refused to give it"),
    REDIRECTED_ELSEWHERE("redirected-elsewhere", "the address points to another host"),
    TOO_MANY_REDIRECTS("too-many-redirects", "the address points on and on"),
    TOO_LARGE("too-large", "the document is too large"),
    TOO_INFLATED("too-inflated", "the document is packed beyond reason"),
    ENCODING_UNKNOWN("encoding-unknown", "the document is packed in a way we do not know"),

    // Pinned documents.
    PINNED_UNREADABLE("pinned-unreadable", "the pinned copy cannot be read");

    private final String wireName;
    private final String words;

    FetchFault(String wireName, String words) {
        this.wireName = wireName;
        this.words = words;
    }

    public String wireName() {
        return wireName;
    }

    public String words() {
        return words;
    }
}
