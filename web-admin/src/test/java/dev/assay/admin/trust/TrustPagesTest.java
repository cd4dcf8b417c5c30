package dev.assay.admin.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Theme;
import dev.assay.hiring.credentials.UnregisteredIssuer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustPagesTest {

    private static final List<TierChoice> TIERS =
            List.of(
                    new TierChoice(
                            "recognised",
                            "recognised",
                            "Its assessment is reviewed or accredited. Counts fully.",
                            Badge.verified("recognised")),
                    new TierChoice("blocked", "blocked", "Never counts.", Badge.failed("blocked")));

    private static final IssuerRow COLLEGE =
            new IssuerRow(
                    "i1",
                    "Harbor College",
                    List.of("did:web:harbor-college.example", "https://harbor-college.example"),
                    "recognised",
                    Badge.verified("recognised"),
                    null,
                    "Visited in 2025",
                    RenderedPage.moment("2026-03-01T10:00:00Z"),
                    "1");

    private static final UnregisteredRow GUILD =
            UnregisteredRow.of(
                    new UnregisteredIssuer("did:key:z6MkGuild", Optional.of("Bay & Guild"), 3),
                    "gives no name");

    @Test
    void whoMayNotChangeTheRegistrySeesNoFormAndWhoCan() {
        String page = list(false);
        assertThat(page).contains("An HR admin").doesNotContain("/tier\"", "trust/new");
    }

    @Test
    void whoMayChangeTheRegistryHasOneFormAnIssuer() {
        assertThat(list(true)).contains("action=\"/console/trust/i1/tier\"", "trust/new");
    }

    @Test
    void whoMayConfirmTicksSkillsAndWhoMayNotReadsThem() {
        assertThat(achievements(true))
                .contains(
                        "action=\"/console/trust/achievements\"",
                        "name=\"skill\" value=\"s1\"",
                        "Evening course &amp; more")
                .doesNotContain("An HR admin of this employer can confirm");
        assertThat(achievements(false))
                .contains("An HR admin of this employer can confirm", "Databases")
                .doesNotContain("<form method=\"post\" action=\"/console/trust/achievements\"");
    }

    private static String achievements(boolean mayEdit) {
        return RenderedPage.of(
                "trust/achievements",
                mayEdit ? Theme.LIGHT : Theme.DARK,
                Map.of(
                        "achievements",
                        List.of(
                                new AchievementRow(
                                        "i1",
                                        "Harbor College",
                                        "https://harbor-college.example/a/1",
                                        "Evening course & more",
                                        "Twelve evenings about databases.",
                                        null,
                                        List.of(new AchievementRow.Mentioned("s1", "Databases")),
                                        "/console/applications/a1")),
                        "trail",
                        List.of(new Crumb("Trust", "/console/trust")),
                        "mayEdit",
                        mayEdit));
    }

    private static String list(boolean mayEdit) {
        return RenderedPage.of(
                "trust/issuers",
                mayEdit ? Theme.LIGHT : Theme.DARK,
                Map.of(
                        "issuers",
                        List.of(COLLEGE),
                        "waiting",
                        List.of(GUILD),
                        "starters",
                        List.of(),
                        "tiers",
                        TIERS,
                        "mayEdit",
                        mayEdit));
    }
}
