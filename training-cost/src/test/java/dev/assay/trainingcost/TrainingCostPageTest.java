package dev.assay.trainingcost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.trainingcost.model.RampUp;
import dev.assay.trainingcost.model.Survival;
import dev.assay.trainingcost.rule.Component;
import dev.assay.trainingcost.rule.RampLoss;
import dev.assay.trainingcost.rule.Retention;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page for finance quotes what the library computes. */
class TrainingCostPageTest {

    private static final Map<Component, String> ROWS =
            Map.of(
                    Component.TRAINEE_TIME, "trainee time",
                    Component.DIRECT, "fees",
                    Component.MENTOR, "mentors",
                    Component.SESSIONS, "sessions",
                    Component.RAMP_UP, "ramp-up");

    private static final Map<String, String> TORNADO_ROWS =
            Map.of(
                    "role.rampUp.transfer", "β",
                    "role.rampUp.weeksTo95", "T",
                    "modules[sql].traineeHours", "SQL hours",
                    "wage.hourly", "hourly pay",
                    "modules[viz].traineeHours", "viz hours",
                    "role.rampUp.initialProductivity", "π₀");

    private final Estimate exact = new TrainingCostEstimator().estimate(WorkedExample.exact());
    private String page = "";

    @BeforeEach
    void read() throws IOException {
        var root = System.getProperty("assay.root");
        assumeTrue(root != null, "assay.root names the source tree");
        page = Files.readString(Path.of(root, "docs", "training-cost.md")).replaceAll("\\s+", " ");
    }

    @Test
    void quotesComponents() {
        for (var line : exact.components()) {
            quotes(
                    "| %s | %s | %s | %s |",
                    ROWS.getOrDefault(line.component(), "?"),
                    cents(line.baseline()),
                    cents(line.expected()),
                    cents(line.saving()));
        }
    }

    @Test
    void quotesTotals() {
        quotes(
                "| **total** | **%s** | **%s** | **%s** |",
                cents(exact.baseline().mean()),
                cents(exact.expected().mean()),
                cents(exact.saving().mean()));
    }

    @Test
    void quotesAttribution() {
        quotes(
                "SQL badge %s, visualisation badge %s",
                cents(exact.attribution().get(0).saving()),
                cents(exact.attribution().get(1).saving()));
    }

    @Test
    void quotesOffer() {
        double ceiling = exact.offer().orElseThrow().ceilings().getFirst().percent();
        double without =
                100
                        * Retention.premiumCeiling(
                                exact.saving().mean().getNumber().doubleValue(),
                                49_920,
                                1.1,
                                Retention.expectedYears(new Survival.Steady(0), 12, 0));

        quotes("first year is %s %%", format("0.00", ceiling));
        quotes("λ 0: %s %%, λ 2 %%: %s %%", format("0.00", without), format("0.00", ceiling));
    }

    @Test
    void quotesRamp() {
        double weeks = RampLoss.weeks(RampUp.Curve.EXPONENTIAL, 0.5, 12, 26);

        quotes("= %s; loss", format("0.00000", weeks));
    }

    @Test
    void quotesUncertainty() {
        var estimate = new TrainingCostEstimator().estimate(WorkedExample.uncertain(1 << 16));
        var saving = estimate.saving();

        quotes(
                "mean %s and percentiles P10 %s, P50 %s, P90 %s",
                whole(saving.mean()),
                whole(saving.p10()),
                whole(saving.p50()),
                whole(saving.p90()));
        for (var bar : estimate.tornado()) {
            quotes(
                    "| %s | %s | %s |",
                    TORNADO_ROWS.getOrDefault(bar.input(), "?"),
                    whole(bar.atP10()),
                    whole(bar.atP90()));
        }
    }

    private void quotes(String pattern, Object... values) {
        var wanted = pattern.formatted(values);
        assertThat(page.contains(wanted)).as("the page quotes: " + wanted).isTrue();
    }

    private static String cents(MonetaryAmount money) {
        return format("#,##0.00", money.getNumber().doubleValue());
    }

    private static String whole(MonetaryAmount money) {
        return format(
                "#,##0",
                money.getNumber()
                        .numberValue(BigDecimal.class)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .doubleValue());
    }

    private static String format(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(value);
    }
}
