package dev.assay.credential.jsonld;

import dev.assay.credential.report.CheckCode;

/** What bringing a document into canonical form came to. */
public sealed interface CanonicalForm {

    record Canonical(String text) implements CanonicalForm {}

    record Refused(CheckCode code, String detail) implements CanonicalForm {}
}
