package dev.assay.credential.format;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.jwt.CompactJwt;
import dev.assay.credential.report.CredentialFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A credential in a format we verify, before anything is verified.
 *
 * @param claims the part a proof covers: the credential without its proofs
 */
public record CredentialDocument(CredentialFormat format, ObjectNode claims, Securing securing) {

    /** How the claims are secured. */
    public sealed interface Securing {
        /** Data Integrity proofs inside the document; perhaps none. */
        record Embedded(List<JsonNode> proofs) implements Securing {
            public Embedded {
                proofs = List.copyOf(proofs);
            }
        }

        /** A compact JWS around it. */
        record Jwt(CompactJwt jwt) implements Securing {}
    }

    public Optional<String> issuerId() {
        return JsonTree.id(claims.path("issuer"));
    }

    /** The subject, where there is exactly one. */
    public Optional<JsonNode> subject() {
        var subjects = JsonTree.items(claims, "credentialSubject");
        return subjects.size() == 1 && subjects.getFirst().isObject()
                ? Optional.of(subjects.getFirst())
                : Optional.empty();
    }

    /**
     * The achievement of an Open Badge, where there is exactly one. Those that a transcript lists
     * are not awarded by it, but by the badges inside.
     */
    public Optional<JsonNode> achievement() {
        return subject()
                .filter(_ -> !isCollection())
                .map(s -> s.path("achievement"))
                .filter(JsonNode::isObject);
    }

    /** Whether it gathers what others awarded, and awards nothing itself. */
    public boolean isCollection() {
        return format == CredentialFormat.CLR_2 || format == CredentialFormat.LER_RS;
    }

    /** Claims of the token itself; nothing for embedded proofs. */
    public Optional<JsonNode> tokenClaims() {
        return switch (securing) {
            case Securing.Jwt(var jwt) -> Optional.of(jwt.payload());
            case Securing.Embedded _ -> Optional.empty();
        };
    }
}
