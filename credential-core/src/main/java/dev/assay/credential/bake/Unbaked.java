package dev.assay.credential.bake;

import dev.assay.credential.report.InputFault;

/** What looking for a badge in an image came to. */
public sealed interface Unbaked {

    /** What was baked in: a credential, a token, or the address of an assertion. */
    record Badge(String text) implements Unbaked {}

    /** An image like any other. */
    record Nothing() implements Unbaked {}

    /** No image, or one that is not safe to read. */
    record Malformed(InputFault fault) implements Unbaked {}
}
