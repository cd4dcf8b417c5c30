package dev.assay.hiring.training;

import dev.assay.hiring.platform.lists.CsvLine;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * An estimate as comma-separated values (RFC 4180). A text that a spreadsheet would take for a
 * formula is led by an apostrophe, so that opening the file runs nothing.
 */
final class EstimateTable {

    private final EstimateDocument estimate;
    private final StringBuilder lines = new StringBuilder();

    EstimateTable(EstimateDocument estimate) {
        this.estimate = estimate;
    }

    void write(OutputStream to) throws IOException {
        line("section", "item", "baseline", "expected", "saving", "detail");
        about("id", String.valueOf(estimate.id()));
        about("made-at", String.valueOf(estimate.madeAt()));
        about("basis", estimate.basis());
        about("as-of", estimate.asOf().toString());
        about("currency", estimate.currency());
        about("seed", String.valueOf(estimate.seed()));
        about("draws", String.valueOf(estimate.draws()));
        about("engine-version", estimate.engineVersion());
        about("inputs-digest", estimate.inputsDigest());
        spread(
                "mean",
                estimate.baseline().mean(),
                estimate.expected().mean(),
                estimate.saving().mean());
        spread(
                "p10",
                estimate.baseline().p10(),
                estimate.expected().p10(),
                estimate.saving().p10());
        spread(
                "p50",
                estimate.baseline().p50(),
                estimate.expected().p50(),
                estimate.saving().p50());
        spread(
                "p90",
                estimate.baseline().p90(),
                estimate.expected().p90(),
                estimate.saving().p90());
        for (var component : estimate.components()) {
            line(
                    "component",
                    component.name(),
                    number(component.baseline()),
                    number(component.expected()),
                    number(component.saving()),
                    "");
        }
        for (var module : estimate.modules()) {
            line(
                    "module",
                    CsvLine.text(module.name()),
                    number(module.baseline()),
                    number(module.cost()),
                    number(module.baseline().subtract(module.cost())),
                    module.decision() + ", coverage " + number(module.coverage()));
        }
        for (var share : estimate.attribution()) {
            line(
                    "credential",
                    CsvLine.text(share.credentialId()),
                    "",
                    "",
                    number(share.saving()),
                    "");
        }
        for (var assumption : estimate.assumptions()) {
            line(
                    "assumption",
                    CsvLine.text(assumption.input()),
                    "",
                    "",
                    "",
                    CsvLine.text(
                            "%s %s; %s, %s; %s"
                                    .formatted(
                                            ValueText.of(assumption.value()),
                                            assumption.unit(),
                                            assumption.source(),
                                            assumption.date(),
                                            assumption.owner())));
        }
        for (var change : estimate.changes()) {
            line(
                    "change",
                    CsvLine.text(change.input()),
                    "",
                    "",
                    "",
                    CsvLine.text(
                            "%s instead of %s: %s"
                                    .formatted(
                                            ValueText.of(change.to()),
                                            ValueText.of(change.from()),
                                            change.reason())));
        }
        for (var warning : estimate.warnings()) {
            line(
                    "warning",
                    warning.code(),
                    "",
                    "",
                    "",
                    CsvLine.text(warning.field() + ": " + warning.text()));
        }
        to.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void about(String item, String detail) {
        line("estimate", item, "", "", "", CsvLine.text(detail));
    }

    private void spread(String item, BigDecimal baseline, BigDecimal expected, BigDecimal saving) {
        line("total", item, number(baseline), number(expected), number(saving), "");
    }

    private void line(String... cells) {
        lines.append(CsvLine.of(cells));
    }

    private static String number(BigDecimal number) {
        return number.toPlainString();
    }
}
