package dev.assay.trainingcost;

import dev.assay.trainingcost.model.Calibration;
import dev.assay.trainingcost.model.Evidence;
import dev.assay.trainingcost.model.ExchangeRates;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.Ledger;
import dev.assay.trainingcost.model.OfferTerms;
import dev.assay.trainingcost.model.RoleProfile;
import dev.assay.trainingcost.model.SimulationSettings;
import dev.assay.trainingcost.model.TrainingModule;
import dev.assay.trainingcost.model.UncertainMoney;
import dev.assay.trainingcost.model.WagePoint;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import javax.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * All that one estimate depends on; the library looks nothing up. Order of modules and evidence
 * does not matter. The ledger's overrides are already applied in {@link #role}, {@link #modules},
 * {@link #wage} and {@link #mentorHourly}.
 *
 * @param mentorHourly loaded pay of mentors
 * @param currency of the results
 * @param asOf the day for which evidence and exchange rates are judged
 * @param offer absent when no offer is considered
 * @param calibration what earlier trainings say about the model
 */
public record EstimateRequest(
        RoleProfile role,
        List<TrainingModule> modules,
        WagePoint wage,
        UncertainMoney mentorHourly,
        List<Evidence> evidence,
        CurrencyUnit currency,
        ExchangeRates rates,
        LocalDate asOf,
        Ledger ledger,
        @Nullable OfferTerms offer,
        Calibration calibration,
        SimulationSettings simulation) {

    private static final Comparator<Evidence> EVIDENCE_ORDER =
            Comparator.comparing(Evidence::credential)
                    .thenComparing(Evidence::skill)
                    .thenComparing(Evidence::level)
                    .thenComparing(Evidence::strength)
                    .thenComparing(Evidence::standing)
                    .thenComparing(
                            Evidence::validUntil, Comparator.nullsFirst(Comparator.naturalOrder()));

    public EstimateRequest {
        var given = ledger;
        role = role.settle(given, "role");
        modules =
                modules.stream()
                        .map(m -> m.settle(given, "modules[" + m.id() + "]"))
                        .sorted(Comparator.comparing(TrainingModule::id))
                        .toList();
        wage = wage.settle(given, "wage");
        mentorHourly = mentorHourly.settle(given, "mentorHourly");
        evidence = evidence.stream().sorted(EVIDENCE_ORDER).toList();
        if (wage.date().isAfter(asOf)) {
            throw new InvalidInputException(
                    "wage.date", "must not be after " + asOf + ", but is " + wage.date());
        }
        if (currency.getDefaultFractionDigits() < 0) {
            throw new InvalidInputException("currency", "has no smallest unit");
        }
    }
}
