package dev.assay.hiring.training;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hires who lack skills, and credentials that could be paid for instead of training them.
 *
 * @param terms the role and how to reckon
 * @param budget the most that may be spent on credentials, in the plan's currency
 * @param provenFrom the strength from which a skill need not be got any more
 */
public record SponsorshipOrder(
        EstimateOrder terms,
        List<CohortOrder.Hire> hires,
        List<Offer> offers,
        @Nullable Double budget,
        double provenFrom) {

    public SponsorshipOrder {
        hires = List.copyOf(hires);
        offers = List.copyOf(offers);
    }

    /** A credential on the market; whoever fails to complete it has to be paid for again. */
    public record Offer(String credential, double fee, double completion, Set<UUID> covers) {
        public Offer {
            covers = Set.copyOf(covers);
        }
    }
}
