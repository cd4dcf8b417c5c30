package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.SCHEMA;

import dev.assay.credential.format.CredentialDocument;
import dev.assay.credential.json.JsonTree;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.schema.Integrity;
import dev.assay.credential.schema.SchemaValidator;
import dev.assay.credential.schema.SchemaVerdict;
import dev.assay.credential.source.HttpsAddress;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Declared schemas: the credential must fit each; one that cannot be had decides nothing. */
final class SchemaCheck {

    private static final int MAX_SCHEMAS = 8;
    private static final Set<String> TYPES =
            Set.of("1EdTechJsonSchemaValidator2019", "JsonSchema", "JsonSchemaValidator2018");

    private final SchemaValidator validator;

    SchemaCheck(SchemaValidator validator) {
        this.validator = validator;
    }

    Check of(CredentialDocument document) {
        var schemas = JsonTree.items(document.claims(), "credentialSchema");
        if (schemas.isEmpty()) {
            return Check.notApplicable(
                    SCHEMA, CheckCode.NOT_DECLARED, "The credential declares no schema.");
        }
        if (schemas.size() > MAX_SCHEMAS) {
            return undecided(CheckCode.SCHEMA_NOT_CHECKED, "it declares more than " + MAX_SCHEMAS);
        }
        var whole = whole(document);
        var checks = schemas.stream().map(schema -> check(whole, schema)).toList();
        return Stream.of(CheckOutcome.FAILED, CheckOutcome.INDETERMINATE, CheckOutcome.PASSED)
                .flatMap(wanted -> checks.stream().filter(c -> c.outcome() == wanted))
                .findFirst()
                .orElseThrow();
    }

    /** A schema is about the document as issued, proof included (VC JSON Schema §2). */
    private static JsonNode whole(CredentialDocument document) {
        return switch (document.securing()) {
            case CredentialDocument.Securing.Jwt _ -> document.claims();
            case CredentialDocument.Securing.Embedded(var proofs) -> {
                var whole = document.claims().deepCopy();
                if (proofs.size() == 1) {
                    whole.set("proof", proofs.getFirst());
                } else if (!proofs.isEmpty()) {
                    whole.putArray("proof").addAll(proofs);
                }
                yield whole;
            }
        };
    }

    private Check check(JsonNode whole, JsonNode declared) {
        var type = JsonTree.text(declared, "type");
        if (type.filter(TYPES::contains).isEmpty()) {
            return undecided(
                    CheckCode.SCHEMA_TYPE_UNSUPPORTED, "its schema is of a kind we do not know");
        }
        var address = JsonTree.text(declared, "id").flatMap(HttpsAddress::parse);
        if (address.isEmpty()) {
            return undecided(CheckCode.SCHEMA_UNAVAILABLE, "its schema is not at an https address");
        }
        var stated = JsonTree.text(declared, "digestSRI");
        Optional<Integrity> integrity = stated.flatMap(Integrity::parse);
        if (stated.isPresent() && integrity.isEmpty()) {
            return undecided(
                    CheckCode.SCHEMA_UNAVAILABLE, "its schema has a digest of an unknown kind");
        }
        return switch (validator.validate(whole, address.get(), integrity)) {
            case SchemaVerdict.Valid() ->
                    Check.passed(SCHEMA, "The credential fits the schema it declares.");
            case SchemaVerdict.Invalid(var place, var keyword) ->
                    Check.failed(
                            SCHEMA,
                            CheckCode.SCHEMA_INVALID,
                            "The credential breaks its schema at \""
                                    + place
                                    + "\" ("
                                    + keyword
                                    + ").");
            case SchemaVerdict.Undecided(var code, var reason) -> undecided(code, reason);
        };
    }

    private static Check undecided(CheckCode code, String reason) {
        return Check.indeterminate(
                SCHEMA,
                code,
                "Whether the credential fits its schema could not be checked: " + reason + ".");
    }
}
