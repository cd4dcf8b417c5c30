package dev.assay.hiring.disputes;

import dev.assay.hiring.shared.InvalidInput;
import java.util.Optional;
import java.util.UUID;

/**
 * What a candidate says is wrong.
 *
 * @param of which requirement, credential or item, where the kind has to say it
 * @param statement in their own words; sealed
 */
public record NewDispute(DisputeKind kind, Optional<UUID> of, String statement) {

    public NewDispute {
        if (kind.isNamed() != of.isPresent()) {
            throw new InvalidInput(
                    "/about/id",
                    kind.isNamed() ? "has to say which one" : "has no place in this kind");
        }
    }

    /** Without the statement: it is a person's. */
    @Override
    public String toString() {
        return "NewDispute[" + kind.wireName() + "]";
    }
}
