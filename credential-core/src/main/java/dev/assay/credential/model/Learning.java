package dev.assay.credential.model;

import java.util.List;
import java.util.Optional;

/**
 * What a credential says about the learning behind it, beside its skills.
 *
 * @param eqf the level, only where it is stated without contradiction
 * @param elements which elements of an EU micro-credential are stated
 * @param associations of a transcript: how its achievements hang together
 */
public record Learning(
        Optional<EqfLevel> eqf, EuElements elements, List<Association> associations) {

    public Learning {
        associations = List.copyOf(associations);
    }
}
