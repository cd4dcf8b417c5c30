package dev.assay.credential.check;

import dev.assay.credential.format.CredentialDocument;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.report.CredentialFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Finds the credentials that another one has inside: those of a transcript (CLR 2.0 {@code
 * verifiableCredential}), those that prove parts of a résumé (HR Open LER-RS {@code
 * verifications}), and endorsements (Open Badges 3.0 {@code endorsement}, {@code endorsementJwt}).
 */
final class InnerCredentials {

    private static final String ENVELOPE = "EnvelopedVerifiableCredential";

    private final List<Inner> found = new ArrayList<>();

    private InnerCredentials() {}

    /**
     * One of them.
     *
     * @param pointer its place
     * @param host what it is attached to
     */
    record Inner(String pointer, JsonNode value, JsonNode host) {

        /** The credential as it would have come alone. */
        String text() {
            if (value.isString()) {
                return value.stringValue();
            }
            return JsonTree.hasType(value, ENVELOPE)
                    ? JsonTree.text(value, "id").flatMap(Inner::enveloped).orElse("")
                    : value.toString();
        }

        private static Optional<String> enveloped(String url) {
            int comma = url.indexOf(',');
            return url.startsWith("data:application/") && comma > 0
                    ? Optional.of(url.substring(comma + 1))
                    : Optional.empty();
        }

        /** Only an address: there is nothing here to verify. */
        boolean isAddress() {
            return value.isString()
                    && (value.stringValue().startsWith("https://")
                            || value.stringValue().startsWith("http://"));
        }
    }

    static List<Inner> items(CredentialDocument document) {
        var inner = new InnerCredentials();
        var subject = document.claims().path("credentialSubject");
        if (document.format() == CredentialFormat.CLR_2) {
            inner.each(single(subject), pointerOf(subject), "verifiableCredential");
        } else if (document.format() == CredentialFormat.LER_RS) {
            inner.verifications(subject, "/credentialSubject");
        }
        return List.copyOf(inner.found);
    }

    static List<Inner> endorsements(CredentialDocument document) {
        var inner = new InnerCredentials();
        var claims = document.claims();
        inner.endorsements(claims, "");
        inner.endorsements(claims.path("issuer"), "/issuer");
        var subject = claims.path("credentialSubject");
        var achievement = single(subject).path("achievement");
        if (achievement.isObject()) {
            var pointer = pointerOf(subject) + "/achievement";
            inner.endorsements(achievement, pointer);
            inner.endorsements(achievement.path("creator"), pointer + "/creator");
        }
        return List.copyOf(inner.found);
    }

    private void endorsements(JsonNode host, String pointer) {
        each(host, pointer, "endorsement");
        each(host, pointer, "endorsementJwt");
    }

    /** As deep as a document may be; its reader has seen to that. */
    private void verifications(JsonNode node, String pointer) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                verifications(node.get(i), pointer + "/" + i);
            }
            return;
        }
        for (var property : node.properties()) {
            var below = pointer + "/" + escaped(property.getKey());
            if (property.getKey().equals("verifications")) {
                proofs(node, pointer);
            } else {
                verifications(property.getValue(), below);
            }
        }
    }

    /** A verification may also be no more than a reference or a remark. */
    private void proofs(JsonNode host, String pointer) {
        var before = found.size();
        each(host, pointer, "verifications");
        var later = found.subList(before, found.size());
        later.removeIf(inner -> !isCredential(inner.value()));
    }

    private static boolean isCredential(JsonNode value) {
        return value.isString()
                ? value.stringValue().startsWith("ey")
                : JsonTree.hasType(value, "VerifiableCredential")
                        || JsonTree.hasType(value, ENVELOPE);
    }

    private void each(JsonNode host, String pointer, String property) {
        var value = host.path(property);
        if (!value.isArray()) {
            if (!value.isMissingNode() && !value.isNull()) {
                found.add(new Inner(pointer + "/" + property, value, host));
            }
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            found.add(new Inner(pointer + "/" + property + "/" + i, value.get(i), host));
        }
    }

    private static JsonNode single(JsonNode subject) {
        return subject.isArray() && subject.size() == 1 ? subject.get(0) : subject;
    }

    private static String pointerOf(JsonNode subject) {
        return subject.isArray() ? "/credentialSubject/0" : "/credentialSubject";
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
