package dev.assay.credential.report;

/**
 * A credential inside another one, judged by the same steps as any.
 *
 * @param pointer JSON pointer of its place in the one around it
 */
public record Part(PartRole role, String pointer, VerificationReport report) {}
