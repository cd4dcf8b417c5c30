package dev.assay.hiring.training;

import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.Session;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** A taught session that costs the same for one seat taken as for all of them. */
public record SessionTerms(@NotNull @Valid Price cost, @NotNull Integer capacity) {

    Session session() {
        return new Session(InvalidInputException.within("cost", cost::money), capacity);
    }
}
