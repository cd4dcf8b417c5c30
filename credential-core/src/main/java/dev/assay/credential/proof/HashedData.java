package dev.assay.credential.proof;

import dev.assay.credential.jsonld.CanonicalForm;
import dev.assay.credential.report.CheckCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/** The bytes most suites sign: digest of the proof options, then of the document. */
sealed interface HashedData {

    @SuppressWarnings("ArrayRecordComponent") // made here, handed to the signature once
    record Bytes(byte[] value) implements HashedData {}

    record Refused(CheckCode code, String detail) implements HashedData {}

    static HashedData of(
            Canonicalizer canonicalizer, String digest, ObjectNode unsecured, ObjectNode options) {
        var document = canonicalizer.document(unsecured, options);
        if (document instanceof CanonicalForm.Refused(var code, var detail)) {
            return new Refused(code, detail);
        }
        var proof = canonicalizer.options(unsecured, options);
        if (proof instanceof CanonicalForm.Refused(var code, var detail)) {
            return new Refused(code, detail);
        }
        byte[] first = digest(digest, (CanonicalForm.Canonical) proof);
        byte[] second = digest(digest, (CanonicalForm.Canonical) document);
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return new Bytes(both);
    }

    private static byte[] digest(String algorithm, CanonicalForm.Canonical form) {
        try {
            return MessageDigest.getInstance(algorithm).digest(form.utf8());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm, e);
        }
    }
}
