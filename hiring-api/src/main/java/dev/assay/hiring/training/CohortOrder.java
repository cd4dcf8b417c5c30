package dev.assay.hiring.training;

import dev.assay.hiring.shared.ApplicationId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hires of one role who are to be trained together.
 *
 * @param terms the role and how to reckon; without application and evidence, which hires have
 * @param waitingCostPerDay what it costs when a hire waits a day for training; without it no start
 *     dates are planned
 */
public record CohortOrder(
        EstimateOrder terms, List<Hire> hires, @Nullable Double waitingCostPerDay) {

    public CohortOrder {
        hires = List.copyOf(hires);
    }

    /**
     * One hire by what an application proves, or several alike by what is supposed.
     *
     * @param startsOn the day from which they can be trained
     */
    public record Hire(
            Optional<ApplicationId> application,
            List<EstimateOrder.Supposed> evidence,
            int count,
            @Nullable LocalDate startsOn) {

        public Hire {
            evidence = List.copyOf(evidence);
        }
    }

    long people() {
        return hires.stream().mapToLong(Hire::count).sum();
    }
}
