package dev.assay.hiring.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.credential.report.CredentialFormat;
import dev.assay.credential.report.Part;
import dev.assay.credential.report.PartRole;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the credentials out of a résumé (HR Open LER-RS), each as if it had been handed in alone.
 * The résumé itself awards nothing and vouches for nothing: they stand and fall by themselves.
 */
final class ResumeContents {

    private static final String ENVELOPE = "data:application/";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    // Digits as they were signed.
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private ResumeContents() {}

    /** Those inside, in their order; none where this is no résumé, or none that has arrived. */
    static List<SubmittedDocument> of(VerifiedCredential credential) {
        if (credential.report().format() != CredentialFormat.LER_RS) {
            return List.of();
        }
        return credential
                .document()
                .flatMap(ResumeContents::tree)
                .map(resume ->
                        credential.report().parts().stream()
                                .filter(part -> part.role() == PartRole.ITEM)
                                .map(Part::pointer)
                                .flatMap(pointer -> inside(resume.at(pointer)).stream())
                                .toList())
                .orElse(List.of());
    }

    private static Optional<JsonNode> tree(SubmittedDocument document) {
        try {
            return Optional.of(JSON.readTree(document.bytes()));
        } catch (JacksonException aToken) {
            return Optional.empty();
        }
    }

    private static Optional<SubmittedDocument> inside(JsonNode value) {
        if (value.isString()) {
            return Optional.of(token(value.stringValue()));
        }
        String id = value.path("id").asString("");
        if (id.startsWith(ENVELOPE) && id.contains(",")) {
            return Optional.of(token(id.substring(id.indexOf(',') + 1)));
        }
        return value.isObject()
                ? Optional.of(
                        new SubmittedDocument(
                                value.toString().getBytes(UTF_8), "application/vc+ld+json"))
                : Optional.empty();
    }

    private static SubmittedDocument token(String token) {
        return new SubmittedDocument(token.getBytes(UTF_8), "application/vc+jwt");
    }
}
