package dev.assay.credential;

import dev.assay.credential.model.Recipient;

/**
 * One credential among many.
 *
 * @param document a JSON credential or a compact JWT, as received; taken over, not copied
 * @param recipient whose credential it should be
 */
@SuppressWarnings("ArrayRecordComponent") // handed through
public record Presented(byte[] document, Recipient recipient) {}
