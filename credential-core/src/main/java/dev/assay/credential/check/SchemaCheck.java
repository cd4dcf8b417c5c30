package dev.assay.credential.check;

import static dev.assay.credential.report.CheckName.SCHEMA;

import dev.assay.credential.json.JsonTree;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import tools.jackson.databind.JsonNode;

/** Declared schemas; none is checked at present, which is said and never passed over. */
final class SchemaCheck {

    private SchemaCheck() {}

    static Check of(JsonNode claims) {
        return JsonTree.declares(claims, "credentialSchema")
                ? Check.indeterminate(
                        SCHEMA,
                        CheckCode.SCHEMA_NOT_CHECKED,
                        "The credential declares a schema that is not checked.")
                : Check.notApplicable(
                        SCHEMA, CheckCode.NOT_DECLARED, "The credential declares no schema.");
    }
}
