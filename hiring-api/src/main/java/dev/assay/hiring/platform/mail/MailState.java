package dev.assay.hiring.platform.mail;

import java.util.Arrays;

/** Where a mail stands. */
public enum MailState {
    /** It will be tried, perhaps again. */
    QUEUED("queued"),
    /** A server has taken it; whether it is read, nobody knows. */
    SENT("sent"),
    /** It was refused for good, or too often: nobody tries any more. */
    FAILED("failed");

    private final String wireName;

    MailState(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    static MailState ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
