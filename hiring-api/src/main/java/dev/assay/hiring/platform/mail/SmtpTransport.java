package dev.assay.hiring.platform.mail;

import dev.assay.hiring.shared.EmployerId;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Hands mail to a server. Encrypted unless configuration says otherwise, and then only with a
 * server whose certificate is for its name. A refusal with a code from 500 on is for good, all else
 * is for now (RFC 5321, clause 4.2.1).
 */
final class SmtpTransport implements MailTransport {

    private static final int FOR_GOOD = 500;
    private static final String CONNECT_MILLIS = "10000";
    private static final String READ_MILLIS = "30000";

    private final JavaMailSenderImpl sender;
    private final Envelope envelope;
    private final Clock clock;

    SmtpTransport(MailProperties.Smtp smtp, Envelope envelope, Clock clock) {
        this.sender = sender(smtp);
        this.envelope = envelope;
        this.clock = clock;
    }

    @Override
    public void deliver(EmployerId employer, MailId id, MailText text, String recipient)
            throws DeliveryRefused {
        var message = envelope.around(sender.getSession(), id, text, recipient, clock.instant());
        try {
            sender.send(message);
        } catch (MailAuthenticationException refused) {
            throw DeliveryRefused.forNow("server-refuses-login");
        } catch (MailException failure) {
            throw refusal(failure);
        }
    }

    /** A server keeps nothing for us. */
    @Override
    public Optional<String> kept(EmployerId employer, MailId id) {
        return Optional.empty();
    }

    @Override
    public void forget(EmployerId employer, MailId id) {
        // What was handed over is another's.
    }

    private static DeliveryRefused refusal(MailException failure) {
        Stream<Exception> roots =
                failure instanceof MailSendException send
                        ? Stream.concat(
                                Stream.of(send.getMessageExceptions()), Stream.of((Exception) send))
                        : Stream.of(failure);
        return roots.flatMap(SmtpTransport::chain)
                .map(SmtpTransport::codeOf)
                .flatMap(Optional::stream)
                .findFirst()
                .map(code ->
                        code >= FOR_GOOD
                                ? DeliveryRefused.forGood("server-says-" + code)
                                : DeliveryRefused.forNow("server-says-" + code))
                .orElseGet(() -> DeliveryRefused.forNow("server-unreachable"));
    }

    private static Stream<Throwable> chain(Throwable root) {
        return Stream.iterate(root, cause -> cause != null, SmtpTransport::next);
    }

    @SuppressWarnings("NullAway") // a chain ends with null, which Stream.iterate asks about first
    private static Throwable next(Throwable failure) {
        return failure instanceof MessagingException messaging
                        && messaging.getNextException() != null
                ? messaging.getNextException()
                : failure.getCause();
    }

    private static Optional<Integer> codeOf(Throwable failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> Optional.of(address.getReturnCode());
            case SMTPSenderFailedException from -> Optional.of(from.getReturnCode());
            case SMTPSendFailedException send when send.getReturnCode() > 0 ->
                    Optional.of(send.getReturnCode());
            default -> Optional.empty();
        };
    }

    private static JavaMailSenderImpl sender(MailProperties.Smtp smtp) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(smtp.host());
        sender.setPort(smtp.port());
        if (smtp.username() != null) {
            sender.setUsername(smtp.username());
            sender.setPassword(smtp.password());
        }
        boolean tls = smtp.encryption() == MailProperties.Encryption.TLS;
        boolean startTls = smtp.encryption() == MailProperties.Encryption.STARTTLS;
        Properties properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.auth", String.valueOf(smtp.username() != null));
        properties.put("mail.smtp.ssl.enable", String.valueOf(tls));
        properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
        properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.put("mail.smtp.timeout", READ_MILLIS);
        properties.put("mail.smtp.writetimeout", READ_MILLIS);
        // Addresses beyond ASCII, with servers that take them (RFC 6531).
        properties.put("mail.mime.allowutf8", "true");
        return sender;
    }
}
