package dev.assay.hiring.candidates;

/**
 * The person a submission names.
 *
 * @param isNew whether we knew nobody by that address, so that nothing else is theirs
 */
public record Admitted(Candidate candidate, boolean isNew) {}
