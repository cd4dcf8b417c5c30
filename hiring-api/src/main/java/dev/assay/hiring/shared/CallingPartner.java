package dev.assay.hiring.shared;

import java.util.List;
import java.util.UUID;

/**
 * A partner on whose behalf a call is made, at every employer that granted it something.
 *
 * @param grants one an employer, always in the same order
 */
public record CallingPartner(UUID partner, List<Actor.Partner> grants) {

    public CallingPartner {
        grants = List.copyOf(grants);
    }
}
