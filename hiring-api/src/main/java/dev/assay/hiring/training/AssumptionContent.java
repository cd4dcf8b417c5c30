package dev.assay.hiring.training;

import dev.assay.trainingcost.model.Assumption;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger: where the value of one input of a role's estimates comes from. With a
 * reason to override, its value replaces the input's; without one the two have to agree.
 *
 * @param input the path of the input, such as {@code modules[<id>].traineeHours}
 * @param owner who answers for it at the employer
 */
public record AssumptionContent(
        UUID roleProfileId,
        String input,
        Range value,
        String unit,
        String source,
        LocalDate date,
        String owner,
        @Nullable String overrideReason)
        implements Term {

    @Override
    public void requireSound() {
        assumption();
    }

    Assumption assumption() {
        var known = Refusals.at("/value", value::uncertain);
        return Refusals.at(
                "", () -> new Assumption(input, known, unit, source, date, owner, overrideReason));
    }
}
