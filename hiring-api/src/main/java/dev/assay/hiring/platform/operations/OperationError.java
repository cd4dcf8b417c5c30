package dev.assay.hiring.platform.operations;

/**
 * An item that could not be done, or the whole operation that was refused.
 *
 * @param item which one, from 1; 0 for the operation as a whole
 * @param code stable, as in problem documents
 * @param pointer the field at fault (RFC 6901); empty when it is none in particular
 * @param detail in words, free of personal data
 */
public record OperationError(long item, String code, String pointer, String detail) {}
