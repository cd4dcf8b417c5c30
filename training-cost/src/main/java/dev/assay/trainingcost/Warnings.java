package dev.assay.trainingcost;

import dev.assay.trainingcost.model.Evidence;
import dev.assay.trainingcost.rule.TrainingProgram;
import dev.assay.trainingcost.simulate.Simulation;
import dev.assay.trainingcost.simulate.Tornado;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Decides what a reader of an estimate is warned about. */
final class Warnings {

    private static final int OLD_AFTER_MONTHS = 18;
    private static final double WIDE_RATIO = 10;
    private static final int ENOUGH_ACTUALS = 20;

    /** Employers usually report savings up to this share; a plausibility line, never an input. */
    private static final double SURVEY_LINE = 0.20;

    private final List<Warning> warnings = new ArrayList<>();

    private Warnings() {}

    static List<Warning> of(
            EstimateRequest request,
            TrainingProgram program,
            Simulation simulation,
            List<Tornado.Bar> ranges) {
        var warnings = new Warnings();
        warnings.sources(request, program);
        warnings.ranges(ranges);
        warnings.evidence(request);
        warnings.plausibility(simulation);
        warnings.calibration(request);
        if (request.offer() != null) {
            warnings.add(
                    Warning.Code.OFFER_LAW,
                    "offer",
                    "Repayment clauses and pay set by credentials are limited by law in many"
                            + " places; have pay equity reviewed.");
        }
        return List.copyOf(warnings.warnings);
    }

    private void sources(EstimateRequest request, TrainingProgram program) {
        var oldest = request.asOf().minusMonths(OLD_AFTER_MONTHS);
        old("wage.date", request.wage().date(), oldest);
        for (var assumption : request.ledger().assumptions()) {
            old("ledger[" + assumption.input() + "].date", assumption.date(), oldest);
        }
        for (var input : program.inputs()) {
            boolean nothing = input.value().most() == 0;
            boolean ownSource =
                    input.path().startsWith("wage.") || input.path().startsWith("calibration.");
            if (!nothing && !ownSource && request.ledger().find(input.path()).isEmpty()) {
                add(Warning.Code.SOURCE_MISSING, input.path(), "No source is recorded.");
            }
        }
    }

    private void old(String field, LocalDate date, LocalDate oldest) {
        if (date.isBefore(oldest)) {
            add(Warning.Code.SOURCE_OLD, field, "The source is more than 18 months old: " + date);
        }
    }

    private void ranges(List<Tornado.Bar> ranges) {
        for (var range : ranges) {
            if (range.inputP90() > WIDE_RATIO * range.inputP10()) {
                add(
                        Warning.Code.RANGE_WIDE,
                        range.input(),
                        "The ninetieth percentile is more than ten times the tenth.");
            }
        }
    }

    private void evidence(EstimateRequest request) {
        for (Evidence item : request.evidence()) {
            if (item.countsOn(request.asOf())) {
                continue;
            }
            var field = "evidence[" + item.credential() + "][" + item.skill() + "]";
            if (item.standing() == Evidence.Standing.COULD_NOT_CHECK) {
                add(
                        Warning.Code.EVIDENCE_UNCHECKED,
                        field,
                        "Left out: its standing could not be checked.");
            } else {
                add(Warning.Code.EVIDENCE_LAPSED, field, "Left out: revoked or expired.");
            }
        }
    }

    private void plausibility(Simulation simulation) {
        if (simulation.saving().mean() > SURVEY_LINE * simulation.baseline().mean()) {
            add(
                    Warning.Code.ABOVE_SURVEY,
                    "saving",
                    "More than the 20 % that employers usually report as the upper end.");
        }
    }

    private void calibration(EstimateRequest request) {
        if (request.calibration().actuals() == 0) {
            add(
                    Warning.Code.NOT_CALIBRATED,
                    "calibration.actuals",
                    "Never compared with what training did cost here.");
        } else if (request.calibration().actuals() < ENOUGH_ACTUALS) {
            add(
                    Warning.Code.FEW_ACTUALS,
                    "calibration.actuals",
                    "Compared with only " + request.calibration().actuals() + " trainings.");
        }
    }

    private void add(Warning.Code code, String field, String text) {
        warnings.add(new Warning(code, field, text));
    }
}
