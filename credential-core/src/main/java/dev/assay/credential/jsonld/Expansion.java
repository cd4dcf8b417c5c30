package dev.assay.credential.jsonld;

import dev.assay.credential.report.CheckCode;
import jakarta.json.JsonArray;

/** What expanding a document came to. */
public sealed interface Expansion {

    /** Every term, type and IRI of the document is accounted for in the expanded form. */
    record Expanded(JsonArray document) implements Expansion {}

    record Refused(CheckCode code, String detail) implements Expansion {}
}
