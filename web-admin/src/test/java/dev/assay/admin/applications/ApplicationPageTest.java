package dev.assay.admin.applications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.scoring.RequirementLine;
import dev.assay.admin.scoring.ScoreBar;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Tab;
import dev.assay.admin.shell.Theme;
import dev.assay.admin.shell.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ApplicationPageTest {

    private static final List<String> CHECKS =
            List.of(
                    "structure",
                    "context",
                    "proof",
                    "key-binding",
                    "validity",
                    "status",
                    "schema",
                    "subject",
                    "achievement-authority",
                    "issuer-trust");

    private final Words words = RenderedPage.words();

    @ParameterizedTest
    @EnumSource(Theme.class)
    void showsEveryCheckOfEveryCredentialInWords(Theme theme) {
        String html = RenderedPage.of("applications/page", theme, Map.of("page", page()));
        CHECKS.forEach(check -> assertThat(html).contains(words.say("check." + check)));
        assertThat(html)
                .contains("verified", "failed", "could not check", "not applicable")
                .doesNotContain("style=\"", "onclick=", "<script>");
    }

    @Test
    void keepsCodesAndClausesBehindDetails() {
        String html = RenderedPage.of("applications/page", Theme.LIGHT, Map.of("page", page()));
        int details = html.indexOf("<summary>Details");
        assertThat(details).isPositive();
        assertThat(html.indexOf("controller-mismatch")).isGreaterThan(details);
    }

    @Test
    void offersToRegisterTheIssuerNobodyKnows() {
        String html = RenderedPage.of("applications/page", Theme.LIGHT, Map.of("page", page()));
        assertThat(html)
                .contains("href=\"/console/trust/new?id=did:key:z6Mkfoo&amp;name=Bay%20Guild\"");
    }

    @Test
    void saysWhatTheCandidateDisputesAndSendsThemTheirLink() {
        String html = RenderedPage.of("applications/page", Theme.LIGHT, Map.of("page", page()));
        assertThat(html)
                .contains("disputes 2 things", "href=\"/console/disputes?application=a1\"")
                .contains("action=\"/console/applications/a1/candidate-link\"");
    }

    @Test
    void showsWhatTheyAnsweredAndThatItIsNotScored() {
        String html = RenderedPage.of("applications/page", Theme.LIGHT, Map.of("page", page()));
        assertThat(html)
                .contains("May you work &lt;here&gt;?", "not scored: no answer raises")
                .contains("Something this job did not ask")
                .contains("Rita Moss", "night shift", "href=\"/console/applications/a1/dossier\"");
    }

    private ApplicationPage page() {
        return new ApplicationPage(
                "a1",
                "Amina Diallo",
                "amina.diallo@example.org",
                Badge.verified("confirmed"),
                List.of(
                        new Crumb("Jobs", "/console/jobs"),
                        new Crumb("Junior data analyst", "/console/jobs/j1/ranking")),
                "Junior data analyst",
                Badge.none("new"),
                "Phone screen",
                RenderedPage.moment("2026-03-12T08:30:00Z"),
                "direct",
                score(),
                List.of(
                        card("c1", "SQL for Analysts", "Harbor College", Badge.verified("trusted")),
                        forged(),
                        card("c3", "Data Stories", "Bay Guild", Badge.none("unknown issuer"))),
                List.of(
                        new HistoryLine(
                                RenderedPage.moment("2026-03-12T08:31:00Z"),
                                "82.4",
                                "+ 6.4",
                                "standard, version 1"),
                        new HistoryLine(
                                RenderedPage.moment("2026-03-12T08:30:00Z"),
                                "76.0",
                                "first",
                                "standard, version 1")),
                List.of(
                        new FlagLine(
                                RenderedPage.moment("2026-03-13T08:30:00Z"),
                                "a credential was checked again",
                                "82.4, now 60.0")),
                1,
                "/console/applications/a1/training",
                true,
                2,
                true,
                List.of(
                        new Tab("Score and evidence", "/console/applications/a1", true),
                        new Tab("Dossier", "/console/applications/a1/dossier", false)),
                new BlindNotice("Reviewed blind till the offer.", true),
                List.of(
                        new AnswerLine("May you work <here>?", "yes"),
                        new AnswerLine(null, "{\"a\":1}")),
                "Rita Moss",
                List.of("night shift"));
    }

    private static ScoreCard score() {
        ScoreBar bar =
                ScoreBar.of(
                        "82.4 of 100 points",
                        List.of(
                                part("38.5", "33.1", "0", "SQL: 33.1 of 38.5 points"),
                                part("38.5", "30.0", "0", "Statistics: 30 of 38.5 points"),
                                part("23.0", "10", "8", "Visualisation: 10 of 23 points")));
        return new ScoreCard(
                "82.4",
                "90.4",
                "1st of 12",
                Badge.verified("2 of 2"),
                bar,
                "standard, version 1",
                RenderedPage.moment("2026-03-12T08:31:00Z"),
                List.of(
                        new RequirementLine(
                                "SQL",
                                "weight 5 of 5 · must have · level 3 asked",
                                true,
                                Badge.verified("proven"),
                                "0.86 → 33.1 of 38.5 points",
                                bar,
                                List.of(
                                        new RequirementLine.Proof(
                                                "SQL for Analysts",
                                                "Harbor College",
                                                "#item-c1",
                                                false,
                                                "0.80",
                                                List.of(
                                                        factor("issuer 0.80", false),
                                                        factor("skill 1.00", false),
                                                        factor("level 1.00", false),
                                                        factor("assessment 0.80", true)))),
                                List.of(
                                        new RequirementLine.Dismissed(
                                                "SQL Master",
                                                "#item-c2",
                                                Badge.failed("not the issuer’s key"),
                                                "The key that signed it does not belong to Harbor"
                                                        + " College: anybody could have made it.",
                                                "binding-failed"))),
                        new RequirementLine(
                                "Data visualisation",
                                "weight 3 of 5",
                                false,
                                Badge.unsure("check pending"),
                                "0.43 → 10 of 23 points",
                                bar,
                                List.of(
                                        new RequirementLine.Proof(
                                                "Charts that tell",
                                                "Harbor College",
                                                "#item-c3",
                                                true,
                                                "0.64",
                                                List.of(factor("issuer 0.80", true)))),
                                List.of())),
                List.of("Badge of a trusted issuer", "Work sample rated here"),
                List.of(
                        new ScoreCard.Counterfactual(
                                "Data visualisation", List.of("+ 8.2", "+ 13.0"))));
    }

    private static ScoreBar.Part part(String max, String points, String open, String sentence) {
        return new ScoreBar.Part(
                new BigDecimal(max), new BigDecimal(points), new BigDecimal(open), sentence);
    }

    private static RequirementLine.Factor factor(String sentence, boolean limiting) {
        return new RequirementLine.Factor(sentence, limiting);
    }

    private CredentialCard card(String id, String title, String issuer, Badge tier) {
        boolean unknown = tier.word().startsWith("unknown");
        return new CredentialCard(
                id,
                title,
                issuer,
                "did:key:z6Mkfoo",
                true,
                tier,
                Badge.verified("verified"),
                RenderedPage.moment("2026-01-10T00:00:00Z"),
                RenderedPage.moment("2028-01-10T00:00:00Z"),
                RenderedPage.moment("2026-03-12T08:30:00Z"),
                "Open Badges 3.0",
                "eddsa-rdfc-2022",
                checks("ok", issuer),
                List.of(
                        unknown
                                ? new CredentialCard.Say(
                                        Badge.none("unknown issuer"),
                                        words.say("reason.issuer-unknown", issuer, "", ""))
                                : new CredentialCard.Say(
                                        Badge.verified("counts"), words.say("says.counts", "SQL"))),
                unknown ? "/console/trust/new?id=did:key:z6Mkfoo&name=Bay%20Guild" : null);
    }

    private CredentialCard forged() {
        List<CredentialCard.CheckLine> checks = new ArrayList<>(checks("ok", "Harbor College"));
        checks.set(
                3,
                line(
                        "key-binding",
                        Badge.failed("failed"),
                        "controller-mismatch",
                        "Harbor College"));
        checks.set(
                5, line("status", Badge.unsure("could not check"), "status-not-checked", "Harbor"));
        checks.set(6, line("schema", Badge.none("not applicable"), "not-declared", "Harbor"));
        return new CredentialCard(
                "c2",
                "SQL Master",
                "Harbor College",
                "did:web:harbor-college.example",
                false,
                Badge.verified("trusted"),
                Badge.failed("failed"),
                RenderedPage.moment("2026-01-10T00:00:00Z"),
                null,
                RenderedPage.moment("2026-03-12T08:30:00Z"),
                "Open Badges 3.0",
                "eddsa-rdfc-2022",
                checks,
                List.of(
                        new CredentialCard.Say(
                                Badge.failed("not counted"),
                                words.say("reason.binding-failed", "Harbor College", "", ""))),
                null);
    }

    private List<CredentialCard.CheckLine> checks(String code, String issuer) {
        return CHECKS.stream().map(c -> line(c, Badge.verified("verified"), code, issuer)).toList();
    }

    private CredentialCard.CheckLine line(String check, Badge outcome, String code, String issuer) {
        return new CredentialCard.CheckLine(
                words.say("check." + check),
                outcome,
                words.sayOr("code." + check + "." + code, "code." + code, issuer, "", ""),
                code,
                null,
                words.say("clause." + check));
    }
}
