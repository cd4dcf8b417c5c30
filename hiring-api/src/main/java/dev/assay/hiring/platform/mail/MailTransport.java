package dev.assay.hiring.platform.mail;

import dev.assay.hiring.shared.EmployerId;
import java.util.Optional;

/** The way out for mail. */
interface MailTransport {

    /** Hands over one mail; returns when somebody else is answerable for it. */
    void deliver(EmployerId employer, MailId id, MailText text, String recipient)
            throws DeliveryRefused;

    /** The text of a mail that went out, where this transport keeps it. */
    Optional<String> kept(EmployerId employer, MailId id);

    /** Removes what was kept of a mail. */
    void forget(EmployerId employer, MailId id);
}
