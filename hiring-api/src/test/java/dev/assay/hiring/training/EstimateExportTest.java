package dev.assay.hiring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.assay.hiring.platform.lists.CsvLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What finance takes away says what the estimate says, and runs nothing. */
class EstimateExportTest {

    private static final String FORMULA = "=HYPERLINK(\"https://x.example\",\"go\")";

    @Test
    void theWorkbooksTotalsAreFormulasThatComeOutToTheEstimates() throws IOException {
        EstimateDocument estimate = estimate("SQL", 3);
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(EstimateExport.XLSX.of(estimate)))) {
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();

            Row total = row(workbook.getSheet("Estimate"), "Total");
            assertThat(figures(total, 1, 3)).containsExactly("7363.17", "4839.61", "2523.56");
            assertThat(total.getCell(1).getCellType()).isEqualTo(CellType.FORMULA);
            Row check =
                    row(workbook.getSheet("Estimate"), "Less the saving above (0 when all add up)");
            assertThat(figures(check, 3, 3)).containsExactly("0.00");
            assertThat(figures(row(workbook.getSheet("Modules"), "Total"), 3, 5))
                    .containsExactly("7363.17", "4839.61", "2523.56");
            for (Sheet sheet : workbook) {
                sheet.forEach(line ->
                        line.forEach(cell ->
                                assertThat(
                                                cell.getCellType() == CellType.FORMULA
                                                        ? cell.getCachedFormulaResultType()
                                                        : cell.getCellType())
                                        .isNotEqualTo(CellType.ERROR)));
            }
        }
    }

    @Test
    void nothingThatSomebodyWroteIsAFormula() throws IOException {
        EstimateDocument estimate = estimate(FORMULA, 3);
        try (XSSFWorkbook workbook =
                new XSSFWorkbook(new ByteArrayInputStream(EstimateExport.XLSX.of(estimate)))) {
            assertThat(workbook.getSheet("Modules").getRow(1).getCell(0).getCellType())
                    .isEqualTo(CellType.STRING);
        }
        String table = new String(EstimateExport.CSV.of(estimate), StandardCharsets.UTF_8);
        assertThat(table).contains("\"'=HYPERLINK(").doesNotContain(",=", ",\"=");
        for (String written : List.of("=1", "+1", "-1", "@x", "\t=1", "\r=1")) {
            assertThat(CsvLine.text(written)).startsWith("'");
        }
        assertThat(CsvLine.text("SQL - basics")).isEqualTo("SQL - basics");
    }

    @Test
    void theTableHoldsEveryFigureOnALineOfItsOwn() {
        List<String> lines =
                new String(EstimateExport.CSV.of(estimate("SQL", 3)), StandardCharsets.UTF_8)
                        .lines()
                        .toList();

        assertThat(lines)
                .contains(
                        "total,mean,7363.17,4839.61,2523.56,",
                        "component,ramp-up,3536.68,3015.02,521.66,",
                        "credential,sql-badge,,,1813.92,",
                        "estimate,inputs-digest,,,,sha-256:abc");
        assertThat(lines).allSatisfy(line -> assertThat(line).isNotBlank());
    }

    @Test
    void thePageIsOneHoweverMuchThereIsAndInWhateverScript() throws IOException {
        byte[] page =
                EstimateExport.PDF.of(estimate("数据库 SQL для аналитиков " + "x".repeat(400), 300));
        try (var document = Loader.loadPDF(page)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains(
                            "7,363.17",
                            "2,523.56",
                            "trainee-time",
                            "??? SQL для",
                            "and 290 more, in the workbook",
                            "seed 7",
                            "sha-256:abc");
        }
    }

    /** A workbook carries the time of writing. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "XLSX")
    void theSameEstimateGivesTheSameBytes(EstimateExport form) {
        assertThat(form.of(estimate("SQL", 3))).isEqualTo(form.of(estimate("SQL", 3)));
    }

    /** The spreadsheet that many people have; skipped where it is not installed. */
    @Test
    @Tag("long")
    void libreOfficeComesToTheSameTotals(@TempDir Path folder) throws Exception {
        @Nullable Path office = office();
        assumeThat(office).as("LibreOffice on the path").isNotNull();
        Path workbook =
                Files.write(
                        folder.resolve("estimate.xlsx"),
                        EstimateExport.XLSX.of(estimate("SQL", 3)));

        Process converting =
                new ProcessBuilder(
                                Objects.requireNonNull(office).toString(),
                                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                                "--headless",
                                "--convert-to",
                                "csv",
                                "--outdir",
                                folder.toString(),
                                workbook.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();

        assertThat(converting.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(folder.resolve("estimate.csv")))
                .contains("Total,7363.17,4839.61,2523.56");
    }

    private static @Nullable Path office() {
        return Arrays.stream(System.getenv("PATH").split(":"))
                .flatMap(place -> Stream.of("soffice", "libreoffice").map(Path.of(place)::resolve))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    private static Row row(Sheet sheet, String name) {
        for (Row row : sheet) {
            if (row.getCell(0) != null
                    && row.getCell(0).getCellType() == CellType.STRING
                    && row.getCell(0).getStringCellValue().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("no row " + name);
    }

    private static List<String> figures(Row row, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(column ->
                        BigDecimal.valueOf(row.getCell(column).getNumericCellValue())
                                .setScale(2, RoundingMode.HALF_EVEN)
                                .toPlainString())
                .toList();
    }

    /** The worked example of docs/training-cost.md. */
    private static EstimateDocument estimate(String module, int assumptions) {
        var none =
                new EstimateDocument.Accounts(
                        new EstimateDocument.Cvts(dec("0"), dec("0"), dec("0")),
                        dec("0"),
                        new EstimateDocument.Bibb(
                                dec("0"), dec("0"), dec("0"), dec("0"), dec("0"), dec("0"),
                                dec("0")));
        return new EstimateDocument(
                new UUID(7, 7),
                Instant.parse("2026-06-30T10:00:00Z"),
                new UUID(0, 1),
                null,
                EstimateWriter.SUPPOSED,
                LocalDate.of(2026, 6, 30),
                "USD",
                spread("7363.17"),
                spread("4839.61"),
                spread("2523.56"),
                dec("0.00"),
                List.of(
                        component("trainee-time", "2186.49", "1090.24", "1096.25"),
                        component("direct", "520.00", "117.76", "402.24"),
                        component("mentor", "780.00", "483.39", "296.61"),
                        component("sessions", "340.00", "133.20", "206.80"),
                        component("ramp-up", "3536.68", "3015.02", "521.66")),
                List.of(
                        new EstimateDocument.ModuleLine(
                                new UUID(0, 2),
                                module,
                                "waive",
                                true,
                                dec("0.855"),
                                dec("1477.93"),
                                dec("0.00")),
                        new EstimateDocument.ModuleLine(
                                new UUID(0, 3),
                                "The others",
                                "take",
                                true,
                                dec("0"),
                                dec("2348.56"),
                                dec("1824.59"))),
                new EstimateDocument.Views(none, none),
                List.of(
                        new EstimateDocument.Share("sql-badge", dec("1813.92")),
                        new EstimateDocument.Share("viz-badge", dec("709.64"))),
                List.of(),
                List.of(new EstimateDocument.Ceiling(1, dec("5.23"))),
                null,
                null,
                List.of(),
                IntStream.range(0, assumptions)
                        .mapToObj(i ->
                                new EstimateDocument.AssumptionLine(
                                        "modules[%d].traineeHours".formatted(i),
                                        Range.pert(20, 24, 32),
                                        "hours",
                                        "A table",
                                        LocalDate.of(2026, 1, 31),
                                        "Finance",
                                        null))
                        .toList(),
                null,
                List.of(),
                List.of(
                        new EstimateDocument.WarningLine(
                                "not-calibrated", "calibration.actuals", "Never.")),
                new EstimateDocument.Learned(0, Range.fixed(1)),
                7,
                4096,
                "training-cost/1",
                "sha-256:abc");
    }

    private static EstimateDocument.ComponentLine component(
            String name, String baseline, String expected, String saving) {
        return new EstimateDocument.ComponentLine(name, dec(baseline), dec(expected), dec(saving));
    }

    private static EstimateDocument.Spread spread(String amount) {
        return new EstimateDocument.Spread(dec(amount), dec(amount), dec(amount), dec(amount));
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }
}
