package dev.assay.admin.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Theme;
import dev.assay.hiring.insights.Caution;
import dev.assay.hiring.insights.HireInsight;
import dev.assay.hiring.insights.Interval;
import dev.assay.hiring.insights.Reference;
import dev.assay.hiring.training.EstimateDocument;
import dev.assay.hiring.training.Range;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingPagesTest {

    private static final Interval NOTHING = new Interval(0, null, null, null);

    private final EstimateWords words = new EstimateWords(RenderedPage.words());
    private final InsightWords insights = new InsightWords(RenderedPage.words());

    @Test
    void sayTheEstimateInThreeLines() {
        assertThat(estimate().summary())
                .containsExactly(
                        "Likely waives SQL, tests out of Visualisation.",
                        "Saves between 2,281 and 2,959 USD in eight of ten draws, 2,524 on average.",
                        "A premium of up to 5.23 % of pay is covered by that in the first year.");
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void showEveryFigureWithItsSum(Theme theme) {
        String html = render(theme, estimate(), "");

        assertThat(html)
                .contains("2,186.49", "1,096.25", "7,363.17", "4,839.61", "2,523.56")
                .contains("Trainee’s time", "tested out of", "85.5 %", "not needed any more")
                .contains("&lt;b&gt;SQL badge&lt;/b&gt;", "1,813.92 USD")
                .contains("#item-c-1")
                .contains("No training was compared so far.")
                .contains("sha-256:abc", "4,096 draws", "20 – 24 – 32 hours")
                .contains("It ranks nobody")
                .doesNotContain("style=\"", "onclick=", "<script>");
    }

    /** The dearest part is as wide as the drawing, and what is saved adds up to it. */
    @Test
    void drawTheSavingBesideWhatIsLeft() {
        List<EstimatePage.Part> parts = estimate().parts();

        assertThat(parts.get(1).expectedWidth() + parts.get(1).savingWidth())
                .isEqualTo(EstimatePage.Part.WIDTH);
        assertThat(parts.getFirst().expectedWidth()).isEqualTo(148);
        assertThat(parts.getFirst().savingWidth()).isEqualTo(149);
        assertThat(parts.getFirst().sentence())
                .isEqualTo("Trainee’s time: 1,090.24 of 2,186.49 USD");
    }

    @Test
    void sayWhyThereIsNoEstimate() {
        assertThat(render(Theme.LIGHT, null, "This job names no role profile of yours."))
                .contains("No estimate", "names no role profile")
                .doesNotContain("<table");
    }

    @Test
    void showAnInsightWithItsIntervalItsSampleAndTheSurveyBeside() {
        InsightCard card =
                insights.hires(
                        new HireInsight(
                                new UUID(0, 1),
                                List.of(
                                        group("all", null, rating()),
                                        group("achievement", "urn:a", NOTHING)),
                                List.of(
                                        new Reference(
                                                "premium", "9 in 10 would pay", "A survey"))));

        assertThat(card.rows().getFirst().cells().get(2))
                .isEqualTo(new Figures.Cell("3.9", "3.5 to 4.3", 21));
        assertThat(card.rows().get(1).group()).isEqualTo("urn:a");
        assertThat(card.rows().get(1).cells().get(2)).isEqualTo(new Figures.Cell("–", null, 0));
        assertThat(card.cautions()).containsExactly("An association.");
        Map<String, Object> model = new HashMap<>();
        model.put("id", "hires");
        model.put("title", "How hires did");
        model.put("card", card);
        assertThat(RenderedPage.of("training/_fragments", Theme.LIGHT, model))
                .contains("3.5 to 4.3", "n = 21", "n = 0", "A survey says: ", "No figure here is");
    }

    private static Interval rating() {
        return new Interval(21, dec("3.9000"), dec("3.5000"), dec("4.3000"));
    }

    private static HireInsight.Group group(
            String name, @Nullable String achievement, Interval rating) {
        return new HireInsight.Group(
                name,
                achievement,
                21,
                NOTHING,
                NOTHING,
                rating,
                NOTHING,
                NOTHING,
                NOTHING,
                List.of(
                        new Caution("self-selection", "An association."),
                        new Caution("few", "Only 3 are counted.")));
    }

    private static String render(
            Theme theme, EstimatePage.@Nullable Estimate estimate, String problem) {
        return RenderedPage.of(
                "training/estimate",
                theme,
                Map.of(
                        "page",
                        new EstimatePage(
                                "a1",
                                "Amina Diallo",
                                List.of(new Crumb("Jobs", "/console/jobs")),
                                "Junior data analyst",
                                estimate,
                                problem)));
    }

    private EstimatePage.Estimate estimate() {
        return words.estimate(document(), Map.of("c-1", "<b>SQL badge</b>"));
    }

    private static EstimateDocument document() {
        var none =
                new EstimateDocument.Accounts(
                        new EstimateDocument.Cvts(dec("1"), dec("1"), dec("2")),
                        dec("1"),
                        new EstimateDocument.Bibb(
                                dec("1"), dec("1"), dec("1"), dec("1"), dec("4"), dec("1"),
                                dec("3")));
        return new EstimateDocument(
                null,
                null,
                new UUID(0, 1),
                new UUID(0, 2),
                "application",
                LocalDate.of(2026, 3, 14),
                "USD",
                spread("7363.17"),
                spread("4839.61"),
                new EstimateDocument.Spread(dec("2523.56"), dec("2281"), dec("2591"), dec("2959")),
                dec("1"),
                List.of(
                        new EstimateDocument.ComponentLine(
                                "trainee-time", dec("2186.49"), dec("1090.24"), dec("1096.25")),
                        new EstimateDocument.ComponentLine(
                                "ramp-up", dec("3536.68"), dec("3015.02"), dec("521.66"))),
                List.of(
                        module("SQL", "waive", true, "0.855"),
                        module("Visualisation", "test-out", true, "0.568"),
                        module("Basics", "waive", false, "0"),
                        module("Company tools", "take", true, "0")),
                new EstimateDocument.Views(none, none),
                List.of(
                        new EstimateDocument.Share("c-1", dec("1813.92")),
                        new EstimateDocument.Share("c-2", dec("709.64"))),
                List.of(new EstimateDocument.Bar("rampUp.transfer", dec("2259"), dec("2788"))),
                List.of(new EstimateDocument.Ceiling(1, dec("5.23"))),
                null,
                null,
                List.of(),
                List.of(
                        new EstimateDocument.AssumptionLine(
                                "modules[1].traineeHours",
                                Range.pert(20, 24, 32),
                                "hours",
                                "A table",
                                LocalDate.of(2026, 1, 31),
                                "Finance",
                                null)),
                null,
                List.of(),
                List.of(
                        new EstimateDocument.WarningLine(
                                "not-calibrated", "actuals", "No training was compared so far.")),
                new EstimateDocument.Learned(0, Range.fixed(1)),
                7,
                4096,
                "training-cost/1",
                "sha-256:abc");
    }

    private static EstimateDocument.Spread spread(String mean) {
        return new EstimateDocument.Spread(dec(mean), dec(mean), dec(mean), dec(mean));
    }

    private static EstimateDocument.ModuleLine module(
            String name, String decision, boolean needed, String coverage) {
        return new EstimateDocument.ModuleLine(
                new UUID(0, 3), name, decision, needed, dec(coverage), dec("100"), dec("10"));
    }

    private static BigDecimal dec(String number) {
        return new BigDecimal(number);
    }
}
