package dev.assay.credential.proof;

import dev.assay.credential.jsonld.CanonicalForm;
import dev.assay.credential.key.Multikey;
import dev.assay.credential.key.VerificationKey;
import dev.assay.credential.report.CheckCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * A derived ecdsa-sd-2023 proof (VC-DI-ECDSA §3.4.7, §3.5.8): the issuer signed what must always be
 * shown, a key made for this credential, and with that key each statement by itself; the holder
 * shows some of them. Every statement shown must be one or the other.
 */
@SuppressWarnings("ArrayRecordComponent") // lives within one verification
record DerivedProof(
        byte[] baseSignature,
        byte[] statementKey,
        List<byte[]> signatures,
        Map<String, String> labels,
        List<Integer> mandatory) {

    private static final byte[] HEADER = {(byte) 0xd9, 0x5d, 0x01};

    /** What verifying came to. */
    sealed interface Verdict {
        record Fits() implements Verdict {}

        record DoesNotFit() implements Verdict {}

        record Refused(CheckCode code, String detail) implements Verdict {}
    }

    /** Empty for anything but a well-formed derived proof, base proofs among them. */
    static Optional<DerivedProof> parse(byte[] value) {
        if (value.length < HEADER.length || !Arrays.equals(HEADER, Arrays.copyOf(value, 3))) {
            return Optional.empty();
        }
        return Cbor.read(Arrays.copyOfRange(value, HEADER.length, value.length))
                .flatMap(DerivedProof::of);
    }

    private static Optional<DerivedProof> of(Object value) {
        if (value instanceof List<?> parts
                && parts.size() == 5
                && parts.get(0) instanceof byte[] baseSignature
                && parts.get(1) instanceof byte[] key
                && parts.get(2) instanceof List<?> signatureList
                && parts.get(3) instanceof Map<?, ?> labelMap
                && parts.get(4) instanceof List<?> indexList) {
            var signatures = only(signatureList, byte[].class);
            var indexes = only(indexList, Integer.class);
            var labels = labels(labelMap);
            if (signatures.isPresent() && indexes.isPresent() && labels.isPresent()) {
                return Optional.of(
                        new DerivedProof(
                                baseSignature, key, signatures.get(), labels.get(), indexes.get()));
            }
        }
        return Optional.empty();
    }

    private static <T> Optional<List<T>> only(List<?> items, Class<T> type) {
        return items.stream().allMatch(type::isInstance)
                ? Optional.of(items.stream().<T>map(type::cast).toList())
                : Optional.empty();
    }

    /** Two nodes under one label would become one, so labels must differ. */
    private static Optional<Map<String, String>> labels(Map<?, ?> map) {
        var labels = new HashMap<String, String>();
        for (var entry : map.entrySet()) {
            if (!(entry.getValue() instanceof byte[] label)) {
                return Optional.empty();
            }
            var text = Base64.getUrlEncoder().withoutPadding().encodeToString(label);
            labels.put("c14n" + entry.getKey(), "u" + text);
        }
        return Set.copyOf(labels.values()).size() == labels.size()
                ? Optional.of(Map.copyOf(labels))
                : Optional.empty();
    }

    Verdict verify(
            Canonicalizer canonicalizer,
            ObjectNode unsecured,
            ObjectNode options,
            VerificationKey issuerKey) {
        var document = canonicalizer.document(unsecured, options);
        if (document instanceof CanonicalForm.Refused(var code, var detail)) {
            return new Verdict.Refused(code, detail);
        }
        var config = canonicalizer.options(unsecured, options);
        if (config instanceof CanonicalForm.Refused(var code, var detail)) {
            return new Verdict.Refused(code, detail);
        }
        var statements = labelled(((CanonicalForm.Canonical) document).text());
        var proofHash = sha256(((CanonicalForm.Canonical) config).text());
        var holds =
                Multikey.fromBytes(statementKey)
                        .filter(key ->
                                statements
                                        .filter(s -> holds(s, proofHash, issuerKey, key))
                                        .isPresent());
        return holds.isPresent() ? new Verdict.Fits() : new Verdict.DoesNotFit();
    }

    private boolean holds(
            List<String> statements,
            byte[] proofHash,
            VerificationKey issuerKey,
            VerificationKey ownKey) {
        var shown = new HashSet<>(mandatory);
        if (shown.size() != mandatory.size()
                || mandatory.stream().anyMatch(index -> index >= statements.size())) {
            return false;
        }
        var required = new StringBuilder();
        var others = new ArrayList<String>();
        for (int i = 0; i < statements.size(); i++) {
            if (shown.contains(i)) {
                required.append(statements.get(i));
            } else {
                others.add(statements.get(i));
            }
        }
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(proofHash);
        signed.writeBytes(statementKey);
        signed.writeBytes(sha256(required.toString()));
        return issuerKey.verifies(signed.toByteArray(), baseSignature)
                && others.size() == signatures.size()
                && eachSigned(others, ownKey);
    }

    private boolean eachSigned(List<String> statements, VerificationKey key) {
        for (int i = 0; i < statements.size(); i++) {
            if (!key.verifies(
                    statements.get(i).getBytes(StandardCharsets.UTF_8), signatures.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The statements under the issuer's labels, in order; empty when a node has no label. */
    private Optional<List<String>> labelled(String canonical) {
        var statements = new ArrayList<String>();
        for (var line : canonical.lines().toList()) {
            var statement = labelledLine(line);
            if (statement.isEmpty()) {
                return Optional.empty();
            }
            statements.add(statement.get());
        }
        // Code points sort as the bytes of UTF-8 do, not as the units of UTF-16.
        statements.sort(
                Comparator.comparing(
                        s -> s.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        return Optional.of(statements);
    }

    private Optional<String> labelledLine(String line) {
        var text = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            int end = at + 1;
            if (c == '"' || c == '<') { // a literal or an IRI, which may contain anything
                end = closing(line, at, c == '"' ? '"' : '>') + 1;
            } else if (c == '_') {
                end = line.indexOf(' ', at);
                var label = labels.get(line.substring(at + 2, end));
                if (label == null) {
                    return Optional.empty();
                }
                text.append("_:").append(label);
                at = end;
                continue;
            }
            text.append(line, at, end);
            at = end;
        }
        return Optional.of(text.append('\n').toString());
    }

    private static int closing(String line, int opening, char close) {
        int at = opening + 1;
        while (line.charAt(at) != close) {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks SHA-256", e);
        }
    }
}
