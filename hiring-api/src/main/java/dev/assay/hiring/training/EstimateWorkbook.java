package dev.assay.hiring.training;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * An estimate as a workbook. Whatever is a sum or a difference is a formula, so that a reader can
 * follow it and change a figure; the sums come out to the estimate's own to the last unit.
 */
final class EstimateWorkbook {

    private static final String FORMAT_VERSION = "1.0";
    private static final int FIRST = 0;

    private final EstimateDocument estimate;

    EstimateWorkbook(EstimateDocument estimate) {
        this.estimate = estimate;
    }

    void write(OutputStream to) throws IOException {
        try (Workbook workbook = new Workbook(to, "Assay", FORMAT_VERSION)) {
            summary(workbook.newWorksheet("Estimate"));
            modules(workbook.newWorksheet("Modules"));
            assumptions(workbook.newWorksheet("Assumptions"));
        }
    }

    private void summary(Worksheet sheet) {
        sheet.width(FIRST, 34);
        sheet.value(0, 0, "Training estimate, all amounts in " + estimate.currency());
        sheet.style(0, 0).bold().set();
        header(sheet, 2, "Component", "Baseline", "Expected", "Saving");
        int row = 3;
        int first = row;
        for (var component : estimate.components()) {
            sheet.value(row, 0, component.name());
            sheet.value(row, 1, component.baseline());
            sheet.value(row, 2, component.expected());
            sheet.formula(row, 3, "B%d-C%d".formatted(row + 1, row + 1));
            row++;
        }
        int total = row;
        sheet.value(total, 0, "Total");
        sheet.style(total, 0).bold().set();
        for (int column = 1; column <= 3; column++) {
            sheet.formula(total, column, sum(column, first, total - 1));
        }
        row = total + 2;
        header(sheet, row++, "Spread", "Baseline", "Expected", "Saving");
        spread(
                sheet,
                row++,
                "P10",
                estimate.baseline().p10(),
                estimate.expected().p10(),
                estimate.saving().p10());
        spread(
                sheet,
                row++,
                "P50",
                estimate.baseline().p50(),
                estimate.expected().p50(),
                estimate.saving().p50());
        spread(
                sheet,
                row++,
                "P90",
                estimate.baseline().p90(),
                estimate.expected().p90(),
                estimate.saving().p90());
        sheet.value(
                row,
                0,
                "The saving's percentiles are of the same draws, and not the differences of the others'.");
        row += 2;
        header(sheet, row++, "Credential", "", "", "Saving");
        int firstShare = row;
        for (var share : estimate.attribution()) {
            sheet.value(row, 0, share.credentialId());
            sheet.value(row, 3, share.saving());
            row++;
        }
        if (row > firstShare) {
            sheet.value(row, 0, "Total");
            sheet.formula(row, 3, sum(3, firstShare, row - 1));
            row++;
            sheet.value(row, 0, "Less the saving above (0 when all add up)");
            sheet.formula(row, 3, "ROUND(D%d-D%d,6)".formatted(row, total + 1));
            row++;
        }
        row++;
        header(sheet, row++, "What it rests on", "");
        about(sheet, row++, "Estimate", String.valueOf(estimate.id()));
        about(sheet, row++, "Made at", String.valueOf(estimate.madeAt()));
        about(sheet, row++, "Role profile", estimate.roleProfileId().toString());
        about(sheet, row++, "Basis", estimate.basis());
        about(sheet, row++, "As of", estimate.asOf().toString());
        about(sheet, row++, "Seed", String.valueOf(estimate.seed()));
        about(sheet, row++, "Draws", String.valueOf(estimate.draws()));
        about(sheet, row++, "Engine", estimate.engineVersion());
        about(sheet, row, "Inputs digest", estimate.inputsDigest());
    }

    private void modules(Worksheet sheet) {
        sheet.width(FIRST, 34);
        header(sheet, 0, "Module", "Decision", "Coverage", "Baseline", "Cost", "Saving");
        int row = 1;
        for (var module : estimate.modules()) {
            sheet.value(row, 0, module.name());
            sheet.value(row, 1, module.decision());
            sheet.value(row, 2, module.coverage());
            sheet.value(row, 3, module.baseline());
            sheet.value(row, 4, module.cost());
            sheet.formula(row, 5, "D%d-E%d".formatted(row + 1, row + 1));
            row++;
        }
        for (var component : estimate.components()) {
            if (component.name().equals("ramp-up")) {
                sheet.value(row, 0, "Ramp-up");
                sheet.value(row, 3, component.baseline());
                sheet.value(row, 4, component.expected());
                sheet.formula(row, 5, "D%d-E%d".formatted(row + 1, row + 1));
                row++;
            }
        }
        sheet.value(row, 0, "Total");
        sheet.style(row, 0).bold().set();
        for (int column = 3; column <= 5; column++) {
            sheet.formula(row, column, sum(column, 1, row - 1));
        }
    }

    private void assumptions(Worksheet sheet) {
        sheet.width(FIRST, 50);
        header(sheet, 0, "Input", "Value", "Unit", "Source", "Date", "Owner", "Reason to override");
        int row = 1;
        for (var line : estimate.assumptions()) {
            sheet.value(row, 0, line.input());
            sheet.value(row, 1, ValueText.of(line.value()));
            sheet.value(row, 2, line.unit());
            sheet.value(row, 3, line.source());
            sheet.value(row, 4, line.date().toString());
            sheet.value(row, 5, line.owner());
            if (line.overrideReason() != null) {
                sheet.value(row, 6, line.overrideReason());
            }
            row++;
        }
        row++;
        header(sheet, row++, "Warning", "Field", "", "Text");
        for (var warning : estimate.warnings()) {
            sheet.value(row, 0, warning.code());
            sheet.value(row, 1, warning.field());
            sheet.value(row, 3, warning.text());
            row++;
        }
    }

    private static void header(Worksheet sheet, int row, String... names) {
        for (int column = 0; column < names.length; column++) {
            sheet.value(row, column, names[column]);
            sheet.style(row, column).bold().set();
        }
    }

    private static void spread(
            Worksheet sheet,
            int row,
            String name,
            BigDecimal baseline,
            BigDecimal expected,
            BigDecimal saving) {
        sheet.value(row, 0, name);
        sheet.value(row, 1, baseline);
        sheet.value(row, 2, expected);
        sheet.value(row, 3, saving);
    }

    private static void about(Worksheet sheet, int row, String name, String value) {
        sheet.value(row, 0, name);
        sheet.value(row, 1, value);
    }

    /** Rows are counted from 0, as the library does; formulas count from 1. */
    private static String sum(int column, int firstRow, int lastRow) {
        char letter = (char) ('A' + column);
        return "SUM(%c%d:%c%d)".formatted(letter, firstRow + 1, letter, lastRow + 1);
    }
}
