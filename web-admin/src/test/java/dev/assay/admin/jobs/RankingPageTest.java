package dev.assay.admin.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.scoring.RequirementLine;
import dev.assay.admin.scoring.ScoreBar;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Theme;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RankingPageTest {

    private static final JobHead JOB =
            new JobHead(
                    "0196-job",
                    "Junior data analyst",
                    Badge.verified("open"),
                    "Data · Boston · 2 openings",
                    "ranking");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void showsEveryBandAndTheNoteAboutThem(Theme theme) {
        String page = RenderedPage.of("jobs/ranking", theme, model(bands(), List.of(invite())));
        assertThat(page)
                .contains("80 to 85 points", "inside a band, differences mean little")
                .contains(
                        "Invite to show",
                        "href=\"/console/jobs/0196-job/invitations?application=a9\"")
                .contains("href=\"/console/jobs/0196-job/invitations\"")
                .doesNotContain("style=\"", "onclick=", "<script>");
    }

    @Test
    void anOpenedRowLinksBackToTheClosedOne() {
        String page = RenderedPage.of("jobs/ranking", Theme.LIGHT, model(bands(), List.of()));
        assertThat(page)
                .contains("id=\"why-a2\"")
                .contains("href=\"/console/jobs/0196-job/ranking#row-a2\"")
                .contains("href=\"/console/jobs/0196-job/ranking?open=a1#row-a1\"")
                .contains("hx-get=\"/console/jobs/0196-job/ranking/a2?open=false\"");
    }

    @Test
    void namesOfPeopleAreEscapedAndKeepTheirDirection() {
        String page = RenderedPage.of("jobs/ranking", Theme.LIGHT, model(bands(), List.of()));
        assertThat(page)
                .contains("dir=\"auto\">ليلى الحسيني")
                .contains("&lt;b&gt;Bold&lt;/b&gt;")
                .doesNotContain("<b>Bold</b>");
    }

    @Test
    void aJobWithoutApplicationsSaysWhatWillBeHere() {
        String page = RenderedPage.of("jobs/ranking", Theme.SYSTEM, model(List.of(), List.of()));
        assertThat(page).contains("Nobody has applied yet").doesNotContain("<table");
    }

    private static Map<String, Object> model(List<RankBand> bands, List<InviteRow> lane) {
        Map<String, Object> model = new HashMap<>();
        model.put("job", JOB);
        model.put("page", new RankingPage(JOB, 2, 1, bands, null, lane, null, true));
        return model;
    }

    private static InviteRow invite() {
        return new InviteRow(
                "a9",
                "Petra Novak",
                RenderedPage.moment("2026-03-10T09:30:00Z"),
                RenderedPage.moment("2026-03-11T09:30:00Z"));
    }

    private static List<RankBand> bands() {
        return List.of(
                new RankBand(
                        "80 to 85 points",
                        List.of(
                                row(1, "a1", "Amina Diallo", "82.4", bar(1, 1, 0.6, 0), null),
                                row(2, "a2", "ليلى الحسيني", "80.0", bar(1, 0.6, 1, 0), needs()))),
                new RankBand(
                        "60 to 65 points",
                        List.of(
                                row(
                                        3,
                                        "a3",
                                        "<b>Bold</b> Wolfeschlegelsteinhausenbergerdorff de la"
                                                + " Fuente y Álvarez-Montoya",
                                        "61.5",
                                        bar(0.86, 0.6, 0, 0.5),
                                        null))));
    }

    private static RankRow row(
            int rank,
            String id,
            String name,
            String score,
            ScoreBar bar,
            @Nullable List<RequirementLine> needs) {
        return new RankRow(
                rank,
                id,
                name,
                score,
                rank == 3 ? "68.0" : null,
                bar,
                rank == 3 ? Badge.unsure("2 of 3") : Badge.verified("3 of 3"),
                rank == 3
                        ? List.of(Badge.verified("5 proven"), Badge.failed("1 ignored"))
                        : List.of(Badge.verified("4 proven"), Badge.unsure("1 open")),
                RenderedPage.moment("2026-03-12T08:30:00Z"),
                rank == 3
                        ? "SQL (must have) is not proven: badge “SQL Basics” expired on 3 Feb 2026."
                        : "All must-haves are proven.",
                needs);
    }

    static ScoreBar bar(double sql, double statistics, double charts, double open) {
        return ScoreBar.of(
                "82.4 of 100 points",
                List.of(
                        part("28.6", sql, 0, "SQL: 24.6 of 28.6 points"),
                        part("42.8", statistics, 0, "Statistics: all of 42.8 points"),
                        part("28.6", charts, open, "Visualisation: 10 of 28.6 points")));
    }

    private static ScoreBar.Part part(String max, double share, double open, String sentence) {
        BigDecimal most = new BigDecimal(max);
        return new ScoreBar.Part(
                most,
                most.multiply(BigDecimal.valueOf(share)),
                most.multiply(BigDecimal.valueOf(open)),
                sentence);
    }

    private static List<RequirementLine> needs() {
        return List.of(
                new RequirementLine(
                        "SQL",
                        "weight 5 · must have · level 3 asked",
                        true,
                        Badge.verified("proven"),
                        "0.86 → 24.6 of 28.6 points",
                        bar(1, 1, 1, 0),
                        List.of(
                                new RequirementLine.Proof(
                                        "SQL for Analysts",
                                        "Harbor College",
                                        "#item-c1",
                                        false,
                                        "0.80",
                                        List.of(
                                                new RequirementLine.Factor("issuer 0.80", false),
                                                new RequirementLine.Factor("skill 1.00", false),
                                                new RequirementLine.Factor("level 1.00", false),
                                                new RequirementLine.Factor(
                                                        "assessment 0.80", true)))),
                        List.of(
                                new RequirementLine.Dismissed(
                                        "SQL Basics",
                                        "#item-c2",
                                        Badge.failed("expired"),
                                        "It expired on 3 Feb 2026.",
                                        "expired"))),
                new RequirementLine(
                        "Data visualisation",
                        "weight 3",
                        false,
                        Badge.none("not shown"),
                        "0 of 17.1 points",
                        bar(0, 0, 0, 0),
                        List.of(),
                        List.of()));
    }
}
