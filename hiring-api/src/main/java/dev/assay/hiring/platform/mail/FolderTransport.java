package dev.assay.hiring.platform.mail;

import dev.assay.hiring.shared.EmployerId;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;

/**
 * Writes mail as {@code .eml} files, a folder an employer: what the local run has instead of a mail
 * server. The files go when the person is erased.
 */
final class FolderTransport implements MailTransport {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final Path folder;
    private final Envelope envelope;
    private final Clock clock;

    FolderTransport(Path folder, Envelope envelope, Clock clock) {
        this.folder = folder;
        this.envelope = envelope;
        this.clock = clock;
    }

    @Override
    public void deliver(EmployerId employer, MailId id, MailText text, String recipient)
            throws DeliveryRefused {
        MimeMessage message = envelope.around(SESSION, id, text, recipient, clock.instant());
        Path file = file(employer, id);
        try {
            Files.createDirectories(
                    file.getParent(),
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            // Moved into place whole, so that nobody reads half a mail.
            Path whole = Files.createTempFile(file.getParent(), id.toString(), ".new");
            try (OutputStream out = Files.newOutputStream(whole)) {
                message.writeTo(out);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw DeliveryRefused.forNow("folder-unwritable");
        } catch (MessagingException impossible) {
            throw new IllegalStateException("a mail could not be written", impossible);
        }
    }

    @Override
    public Optional<String> kept(EmployerId employer, MailId id) {
        Path file = file(employer, id);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            var bodies = (Multipart) new MimeMessage(SESSION, in).getContent();
            return Optional.of((String) bodies.getBodyPart(0).getContent());
        } catch (IOException failure) {
            throw new UncheckedIOException("a mail in the folder cannot be read", failure);
        } catch (MessagingException damaged) {
            throw new IllegalStateException("a mail in the folder is damaged", damaged);
        }
    }

    @Override
    public void forget(EmployerId employer, MailId id) {
        try {
            Files.deleteIfExists(file(employer, id));
        } catch (IOException failure) {
            throw new UncheckedIOException("a mail in the folder cannot be removed", failure);
        }
    }

    private Path file(EmployerId employer, MailId id) {
        return folder.resolve(employer.toString()).resolve(id + ".eml");
    }
}
