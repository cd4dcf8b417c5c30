package dev.assay.hiring.training;

import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.trainingcost.BibbAccount;
import dev.assay.trainingcost.Estimate;
import dev.assay.trainingcost.EstimateRequest;
import dev.assay.trainingcost.Warning;
import dev.assay.trainingcost.model.Assumption;
import dev.assay.trainingcost.model.Evidence;
import dev.assay.trainingcost.rule.Decision;
import dev.assay.trainingcost.rule.Retention;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** Writes down what the library estimated, in the words of the API. */
final class EstimateWriter {

    static final String APPLICATION = "application";
    static final String SUPPOSED = "supposed";

    private final EstimateRequest request;
    private final Estimate estimate;
    private final int digits;

    EstimateWriter(EstimateRequest request, Estimate estimate) {
        this.request = request;
        this.estimate = estimate;
        this.digits = estimate.currency().getDefaultFractionDigits();
    }

    EstimateDocument document(
            Optional<ApplicationId> application,
            Map<String, Score.Skill> skills,
            List<EstimateDocument.ChangedInput> changes) {
        var offer = estimate.offer();
        return new EstimateDocument(
                null,
                null,
                UUID.fromString(request.role().id().value()),
                application.map(ApplicationId::value).orElse(null),
                application.isPresent() ? APPLICATION : SUPPOSED,
                request.asOf(),
                estimate.currency().getCurrencyCode(),
                spread(estimate.baseline()),
                spread(estimate.expected()),
                spread(estimate.saving()),
                money(estimate.savingError()),
                estimate.components().stream()
                        .map(line ->
                                new EstimateDocument.ComponentLine(
                                        line.component().wireName(),
                                        money(line.baseline()),
                                        money(line.expected()),
                                        money(line.saving())))
                        .toList(),
                estimate.modules().stream().map(this::module).toList(),
                new EstimateDocument.Views(
                        accounts(estimate.views().baseline()),
                        accounts(estimate.views().expected())),
                estimate.attribution().stream()
                        .map(line ->
                                new EstimateDocument.Share(
                                        line.credential().value(), money(line.saving())))
                        .toList(),
                estimate.tornado().stream()
                        .map(bar ->
                                new EstimateDocument.Bar(
                                        bar.input(), money(bar.atP10()), money(bar.atP90())))
                        .toList(),
                offer.map(view ->
                                view.ceilings().stream()
                                        .map(ceiling ->
                                                new EstimateDocument.Ceiling(
                                                        ceiling.years(),
                                                        places(ceiling.percent(), 2)))
                                        .toList())
                        .orElse(List.of()),
                offer.flatMap(Estimate.OfferView::payback)
                        .map(payback ->
                                new EstimateDocument.Payback(
                                        months(payback.baseline()), months(payback.expected())))
                        .orElse(null),
                offer.flatMap(Estimate.OfferView::atPremium)
                        .map(outcome ->
                                new EstimateDocument.Premium(
                                        places(100 * outcome.premium(), 2),
                                        money(outcome.cost()),
                                        money(outcome.net()),
                                        places(outcome.chanceOfGain(), 4)))
                        .orElse(null),
                request.evidence().stream().map(item -> evidence(item, skills)).toList(),
                estimate.assumptions().stream().map(EstimateWriter::assumption).toList(),
                rates(),
                changes,
                warnings(application.isPresent()),
                new EstimateDocument.Learned(
                        request.calibration().actuals(), Range.of(request.calibration().factor())),
                estimate.seed(),
                request.simulation().draws(),
                estimate.engineVersion(),
                estimate.digest());
    }

    private @Nullable List<EstimateDocument.RateLine> rates() {
        List<EstimateDocument.RateLine> used =
                Programmes.currencies(request.wage(), request.mentorHourly(), request.modules())
                        .stream()
                        .map(Monetary::getCurrency)
                        .flatMap(from ->
                                request
                                        .rates()
                                        .find(from, request.currency(), request.asOf())
                                        .stream())
                        .map(rate ->
                                new EstimateDocument.RateLine(
                                        rate.from().getCurrencyCode(),
                                        rate.rate(),
                                        rate.date(),
                                        rate.source()))
                        .toList();
        return used.isEmpty() ? null : used;
    }

    /**
     * Mean cost of training alone, as the model has it before anything was learned from actuals.
     */
    BigDecimal predicted() {
        BigDecimal training = BigDecimal.ZERO;
        for (var line : estimate.components()) {
            if (line.component() != dev.assay.trainingcost.rule.Component.RAMP_UP) {
                training = training.add(money(line.expected()));
            }
        }
        return training.divide(
                BigDecimal.valueOf(request.calibration().factor().mean()),
                4,
                RoundingMode.HALF_EVEN);
    }

    private EstimateDocument.ModuleLine module(Estimate.ModuleLine line) {
        boolean needed = line.decision() != Decision.NOT_NEEDED;
        return new EstimateDocument.ModuleLine(
                UUID.fromString(line.id().value()),
                line.name(),
                needed ? line.decision().wireName() : Decision.WAIVE.wireName(),
                needed,
                places(line.coverage(), 4),
                money(line.baseline()),
                money(line.cost()));
    }

    private EstimateDocument.Accounts accounts(Estimate.Accounts accounts) {
        BibbAccount bibb = accounts.bibb();
        return new EstimateDocument.Accounts(
                new EstimateDocument.Cvts(
                        money(accounts.cvts().direct()),
                        money(accounts.cvts().absence()),
                        money(accounts.cvts().total())),
                money(accounts.fullyLoaded()),
                new EstimateDocument.Bibb(
                        money(bibb.traineePay()),
                        money(bibb.trainers()),
                        money(bibb.plant()),
                        money(bibb.other()),
                        money(bibb.gross()),
                        money(bibb.contribution()),
                        money(bibb.net())));
    }

    private static EstimateDocument.EvidenceLine evidence(
            Evidence item, Map<String, Score.Skill> skills) {
        return new EstimateDocument.EvidenceLine(
                item.credential().value(),
                Objects.requireNonNull(skills.get(item.skill().value())),
                places(item.strength(), 4),
                switch (item.standing()) {
                    case IN_FORCE -> "in-force";
                    case REVOKED -> "lapsed";
                    case COULD_NOT_CHECK -> "could-not-check";
                });
    }

    static EstimateDocument.AssumptionLine assumption(Assumption line) {
        return new EstimateDocument.AssumptionLine(
                line.input(),
                Range.of(line.value()),
                line.unit(),
                line.source(),
                line.date(),
                line.owner(),
                line.overrideReason());
    }

    private List<EstimateDocument.WarningLine> warnings(boolean proven) {
        List<EstimateDocument.WarningLine> lines = new ArrayList<>();
        if (!proven && !request.evidence().isEmpty()) {
            lines.add(
                    new EstimateDocument.WarningLine(
                            "evidence-supposed",
                            "evidence",
                            "Nobody has proven any of this: it is what somebody asked to suppose."));
        }
        for (Warning warning : estimate.warnings()) {
            lines.add(
                    new EstimateDocument.WarningLine(
                            warning.code().wireName(), warning.field(), warning.text()));
        }
        return lines;
    }

    private EstimateDocument.Spread spread(Estimate.Spread spread) {
        return spread(spread, digits);
    }

    static EstimateDocument.Spread spread(Estimate.Spread spread, int digits) {
        return new EstimateDocument.Spread(
                money(spread.mean(), digits),
                money(spread.p10(), digits),
                money(spread.p50(), digits),
                money(spread.p90(), digits));
    }

    private BigDecimal money(MonetaryAmount amount) {
        return money(amount, digits);
    }

    static BigDecimal money(MonetaryAmount amount, int digits) {
        return amount.getNumber()
                .numberValueExact(BigDecimal.class)
                .setScale(digits, RoundingMode.UNNECESSARY);
    }

    private static @Nullable BigDecimal months(Retention.BreakEven breakEven) {
        return switch (breakEven) {
            case Retention.BreakEven.After(double months) -> places(months, 2);
            case Retention.BreakEven.Never() -> null;
        };
    }

    static BigDecimal places(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN);
    }
}
