package dev.assay.trainingcost;

import dev.assay.trainingcost.model.ModuleId;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * What a cohort costs to train without and with its evidence. Sessions count whole here: a seat
 * given up saves only when a session falls away.
 *
 * @param saving of the same draws
 */
public record CohortEstimate(
        Estimate.Spread baseline,
        Estimate.Spread expected,
        Estimate.Spread saving,
        List<SessionLine> sessions,
        long seed,
        String engineVersion,
        String digest) {

    public CohortEstimate {
        sessions = List.copyOf(sessions);
    }

    /**
     * The sessions of a module, with every input at its most likely value.
     *
     * @param expected mean number, since who tests out may fail
     * @param absorbed what the seats given up would cost by the seat; mostly no cash
     * @param avoidable what the sessions that fall away would have cost
     */
    public record SessionLine(
            ModuleId module,
            int baseline,
            double expected,
            MonetaryAmount absorbed,
            MonetaryAmount avoidable) {}
}
