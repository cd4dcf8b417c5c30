package dev.assay.credential.jsonld;

import dev.assay.credential.report.CheckCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What bringing a document into canonical form came to. */
public sealed interface CanonicalForm {

    /** The text that is hashed, as the UTF-8 bytes that it is hashed as. */
    final class Canonical implements CanonicalForm {
        private final byte[] utf8;

        private Canonical(byte[] utf8) {
            this.utf8 = utf8;
        }

        /** Takes the bytes over; the caller must not change them. */
        public static Canonical of(byte[] utf8) {
            return new Canonical(utf8);
        }

        public static Canonical of(String text) {
            return new Canonical(text.getBytes(StandardCharsets.UTF_8));
        }

        /** The bytes to hash; the caller must not change them. */
        public byte[] utf8() {
            return utf8;
        }

        public String text() {
            return new String(utf8, StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Canonical that && Arrays.equals(utf8, that.utf8);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(utf8);
        }

        @Override
        public String toString() {
            return text();
        }
    }

    record Refused(CheckCode code, String detail) implements CanonicalForm {}
}
