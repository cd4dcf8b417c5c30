package dev.assay.db.migrate;

/**
 * Names one change set.
 *
 * @param file the changelog file, as a class-path name
 * @param id unique within the file
 */
public record ChangeSetId(String file, String id) {}
