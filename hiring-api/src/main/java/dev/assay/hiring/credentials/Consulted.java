package dev.assay.hiring.credentials;

/**
 * A document that a verdict hangs on, as it was when somebody looked.
 *
 * @param digest of its bytes
 */
public record Consulted(String address, String digest) {}
