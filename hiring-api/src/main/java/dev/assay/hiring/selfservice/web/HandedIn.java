package dev.assay.hiring.selfservice.web;

import dev.assay.hiring.credentials.CredentialAddress;
import dev.assay.hiring.credentials.SubmittedCredential;
import dev.assay.hiring.credentials.SubmittedDocument;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a candidate hands in with a form: a file, or what they pasted, as it is or by address. */
final class HandedIn {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private HandedIn() {}

    /** Empty when neither has anything in it; the file counts where there are both. */
    static Optional<SubmittedCredential> of(byte[] file, String text) {
        if (file.length > 0) {
            return Optional.of(document(file));
        }
        String pasted = text.strip();
        if (pasted.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                pasted.toLowerCase(Locale.ROOT).startsWith("https://")
                        ? new CredentialAddress(pasted)
                        : document(pasted.getBytes(StandardCharsets.UTF_8)));
    }

    private static SubmittedDocument document(byte[] bytes) {
        if (startsWith(bytes, PNG)) {
            return new SubmittedDocument(bytes, "image/png");
        }
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "").strip();
        if (text.startsWith("{")) {
            return new SubmittedDocument(bytes, "application/vc+ld+json");
        }
        return text.startsWith("<")
                ? new SubmittedDocument(bytes, "image/svg+xml")
                : new SubmittedDocument(
                        text.getBytes(StandardCharsets.UTF_8), "application/vc+jwt");
    }

    private static boolean startsWith(byte[] bytes, byte[] begin) {
        if (bytes.length < begin.length) {
            return false;
        }
        for (int i = 0; i < begin.length; i++) {
            if (bytes[i] != begin[i]) {
                return false;
            }
        }
        return true;
    }
}
