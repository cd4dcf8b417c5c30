package dev.assay.hiring.platform.mail;

import java.util.UUID;

/** One mail of one employer. */
public record MailId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
