package dev.assay.hiring.credentials;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What a candidate hands in with a form: a file, or what they pasted, as it is or by address. */
public final class HandedIn {

    /** What somebody is told whose file is no credential, by its size. */
    public static final String TOO_LARGE =
            "This file is larger than 1 MiB, which no credential is. Please choose another.";

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private HandedIn() {}

    /** Empty when neither has anything in it; the file counts where there are both. */
    public static Optional<SubmittedCredential> of(byte[] file, String text) {
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

    /**
     * What is amiss with it, in words for whoever handed it in.
     *
     * @param refusal why an address will never be fetched
     */
    public static Optional<String> fault(
            SubmittedCredential credential, Function<CredentialAddress, Optional<String>> refusal) {
        return switch (credential) {
            case CredentialAddress address ->
                    refusal.apply(address)
                            .map(_ ->
                                    "This address cannot be fetched: it has to begin with https:// and be open to everybody.");
            case SubmittedDocument document ->
                    document.bytes().length > SubmittedDocument.MAXIMUM_BYTES
                            ? Optional.of(TOO_LARGE)
                            : Optional.empty();
        };
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
