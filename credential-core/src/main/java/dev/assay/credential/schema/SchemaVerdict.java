package dev.assay.credential.schema;

import dev.assay.credential.report.CheckCode;

/** What comparing a document with a schema came to. */
public sealed interface SchemaVerdict {

    record Valid() implements SchemaVerdict {}

    /**
     * The document breaks the schema.
     *
     * @param place JSON pointer of the first breach
     * @param keyword the rule of the schema that is broken
     */
    record Invalid(String place, String keyword) implements SchemaVerdict {}

    /**
     * Undecided.
     *
     * @param reason the end of a sentence, shown to people
     */
    record Undecided(CheckCode code, String reason) implements SchemaVerdict {}
}
