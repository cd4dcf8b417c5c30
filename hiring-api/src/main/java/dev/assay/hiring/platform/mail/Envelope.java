package dev.assay.hiring.platform.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/**
 * Makes a mail that can go out: one sender, one recipient, UTF-8 throughout, plain text and HTML
 * side by side. The Message-ID is the mail's own id, so that one sent twice, after a crash in
 * between, can be told to be one.
 */
final class Envelope {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String MESSAGE_ID = "Message-ID";

    private final String from;

    Envelope(String from) {
        this.from = from;
    }

    /**
     * @throws DeliveryRefused when the recipient is no address a mail can be sent to
     */
    MimeMessage around(Session session, MailId id, MailText text, String recipient, Instant sentAt)
            throws DeliveryRefused {
        InternetAddress to = address(recipient);
        try {
            var message = new Numbered(session, "<" + id + "@" + domain(from) + ">");
            message.setFrom(new InternetAddress(from, true));
            message.setRecipient(Message.RecipientType.TO, to);
            message.setSubject(MailText.oneLine(text.subject()), UTF_8);
            message.setSentDate(Date.from(sentAt));
            // Asks robots not to answer (RFC 3834, clause 5).
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setContent(bodies(text));
            message.saveChanges();
            return message;
        } catch (MessagingException impossible) {
            throw new IllegalStateException("a mail could not be put together", impossible);
        }
    }

    /** Set as one address and never parsed as a list; what could make it two is refused. */
    private static InternetAddress address(String recipient) throws DeliveryRefused {
        if (recipient.chars().anyMatch(Envelope::couldMakeItTwo)) {
            throw DeliveryRefused.forGood("address-malformed");
        }
        try {
            int at = recipient.lastIndexOf('@');
            String ascii =
                    recipient.substring(0, at + 1) + IDN.toASCII(recipient.substring(at + 1));
            var address = new InternetAddress();
            address.setAddress(ascii);
            address.validate();
            return address;
        } catch (AddressException | IllegalArgumentException malformed) {
            throw DeliveryRefused.forGood("address-malformed");
        }
    }

    /** What separates, groups or comments addresses (RFC 5322, clause 3.4), or ends a line. */
    private static boolean couldMakeItTwo(int character) {
        return Character.isISOControl(character)
                || Character.isWhitespace(character)
                || ",;:<>()".indexOf(character) >= 0;
    }

    private static MimeMultipart bodies(MailText text) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(text.plain(), UTF_8, "plain");
        var html = new MimeBodyPart();
        html.setText(text.html(), UTF_8, "html");
        // Readers show the last one they understand (RFC 2046, clause 5.1.4).
        return new MimeMultipart("alternative", plain, html);
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** By default every saving of a message gives it another id. */
    private static final class Numbered extends MimeMessage {

        private final String messageId;

        Numbered(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader(MESSAGE_ID, messageId);
        }
    }
}
