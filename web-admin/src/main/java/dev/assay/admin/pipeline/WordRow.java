package dev.assay.admin.pipeline;

/**
 * A word of the employer's own: for tagging with, or a reason.
 *
 * @param detail what else there is to say; may be empty
 */
record WordRow(String id, String name, String detail, boolean retired, int version) {}
