package dev.assay.credential.model;

import java.util.Optional;

/**
 * Open Badges 3.0 {@code Achievement}, as far as people are shown it.
 *
 * @param criteria the narrative, or the address of the criteria where there is none
 * @param creator who defined the achievement; the issuer may be somebody else
 */
public record Achievement(
        String id,
        String name,
        Optional<String> description,
        Optional<String> criteria,
        Optional<Party> creator,
        Optional<String> image) {}
