package dev.assay.credential.input;

import dev.assay.credential.report.InputFault;
import tools.jackson.databind.JsonNode;

/** What reading bytes as JSON came to. */
public sealed interface ParseResult {

    record Parsed(JsonNode tree) implements ParseResult {}

    record Malformed(InputFault fault) implements ParseResult {}
}
