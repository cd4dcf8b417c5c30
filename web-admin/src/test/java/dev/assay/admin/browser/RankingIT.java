package dev.assay.admin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@WithConsole
class RankingIT {

    private final ConsoleUnderTest console;

    RankingIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void leadsFromTheJobsToSomebodysEvidenceWithItsReasons() {
        try (Visit visit = console.as(Person.RITA)) {
            visit.open("/console/jobs");
            visit.link("Junior data analyst").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*/ranking$"));
            assertThat(row(visit, "Dana Whitcombe"))
                    .containsText(
                            "SQL (must have) is not proven: “SQL” does not count. It expired on");

            visit.link("Dana Whitcombe").click();
            assertThat(visit.heading("Dana Whitcombe")).isVisible();
            Locator expired = card(visit, "SQL");
            assertThat(expired).containsText("It expired on");
            Locator code = expired.locator(".findings .code").getByText("expired", exactly());
            assertThat(code).not().isVisible();
            expired.locator("summary").click();
            assertThat(code).isVisible();
        }
    }

    @Test
    void putsThoseWhoMayHaveAllMustHavesFirstAndSaysWhereThatEnds() {
        try (Visit visit = console.as(Person.RITA)) {
            openRanking(visit);
            List<String> bands = visit.page().locator("tr.band").allInnerTexts();
            assertThat(bands).isNotEmpty();
            int end = firstMissing(bands);
            assertThat(end).as("bands %s", bands).isPositive();
            assertThat(bands.subList(end, bands.size()))
                    .allMatch(band -> band.startsWith("A must-have is not proven"));
        }
    }

    @Test
    void comparesTheTickedSideBySide() {
        try (Visit visit = console.as(Person.RITA)) {
            openRanking(visit);
            visit.button("Compare the ticked").click();
            assertThat(visit.page().locator(".flash")).containsText("Nobody was ticked");

            for (String name : List.of("Felix Marchetti", "Dana Whitcombe")) {
                visit.page().getByLabel("Compare " + name).check();
            }
            visit.button("Compare the ticked").click();

            assertThat(visit.heading("Side by side")).isVisible();
            Locator head = visit.page().locator("table.comparison thead th");
            assertThat(head).hasCount(3);
            assertThat(head.nth(1)).containsText("Dana Whitcombe");
            Locator sql = visit.page().locator("tr:has(th[scope=row]:has-text('SQL'))");
            assertThat(sql.locator("td").first()).containsText("expired");
            assertThat(EveryPageIT.seriousFaults(visit.page())).isEmpty();
        }
    }

    @Test
    void showsThoseWithoutEvidenceInALaneOfTheirOwn() {
        try (Visit visit = console.as(Person.RITA)) {
            openRanking(visit);
            Locator lane = visit.page().locator("section.lane");
            assertThat(lane).containsText("Pat Ellery");
            assertThat(visit.page().locator("section").first()).not().containsText("Pat Ellery");
            visit.link("Pat Ellery").click();
            assertThat(visit.main()).containsText("No evidence offered");
        }
    }

    @Test
    void opensARowInPlaceAndKeepsTheFocusOnItsButton() {
        try (Visit visit = console.as(Person.RITA)) {
            openRanking(visit);
            String address = visit.page().url();
            Locator row = row(visit, "Ines Calloway");
            Locator toggle = row.locator("a.toggle");
            toggle.focus();
            visit.page().keyboard().press("Enter");

            assertThat(row.locator(".why-grid")).containsText("perform data analysis");
            assertThat(toggle).isFocused();
            assertThat(toggle).hasAttribute("aria-expanded", "true");
            assertThat(visit.page().locator("#announcer")).containsText("Ines Calloway");
            assertThat(visit.page()).hasURL(address);

            visit.page().keyboard().press("Enter");
            assertThat(row.locator(".why-grid")).hasCount(0);
            assertThat(toggle).isFocused();
        }
    }

    @Test
    void opensARowWithoutAnyScriptToo() {
        try (Visit visit =
                console.as(
                        Person.RITA, new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            openRanking(visit);
            row(visit, "Ines Calloway").locator("a.toggle").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*\\?open=.*#row-.*"));
            assertThat(row(visit, "Ines Calloway").locator(".why-grid"))
                    .containsText("perform data analysis");
        }
    }

    @Test
    void writesMomentsInTheReadersZoneWithTheExactInstantBesideThem() {
        try (Visit visit = console.as(Person.RITA)) {
            openRanking(visit);
            visit.link("Ines Calloway").click();
            Locator applied = visit.page().locator(".head time");
            // Until the page's script has seen it, it says UTC.
            assertThat(applied).hasText(Pattern.compile("\\d{1,2} \\w{3,4} \\d{4}, \\d\\d:\\d\\d"));
            assertThat(applied).hasAttribute("title", Pattern.compile(".*Z$"));
            String exact = applied.getAttribute("datetime");
            String madrid =
                    DateTimeFormatter.ofPattern("HH:mm")
                            .withZone(ZoneId.of("Europe/Madrid"))
                            .format(Instant.parse(exact));
            assertThat(applied).containsText(madrid);
        }
    }

    @Test
    void theAddressOfAFilteredListIsTheFilter() {
        try (Visit visit = console.as(Person.RITA)) {
            visit.open("/console/jobs");
            visit.page()
                    .locator(".filters a", new Page.LocatorOptions().setHasText("draft"))
                    .click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*\\?status=draft$"));
            assertThat(visit.link("Data quality steward")).isVisible();
            assertThat(visit.link("Junior data analyst")).hasCount(0);
        }
    }

    @Test
    void anotherEmployersPagesAreNotThere() {
        String job;
        String application;
        try (Visit visit = console.as(Person.RITA)) {
            openRanking(visit);
            job = path(visit);
            visit.link("Ines Calloway").click();
            application = path(visit);
        }
        try (Visit visit = console.as(Person.OMAR)) {
            for (String page :
                    List.of(
                            job,
                            job.replace("/ranking", ""),
                            job.replace("/ranking", "/requirements"),
                            application)) {
                visit.openRefused(page, 404);
                assertThat(visit.heading("There is no such page")).isVisible();
            }
        }
    }

    private static void openRanking(Visit visit) {
        visit.open("/console/jobs");
        visit.link("Junior data analyst").click();
        assertThat(visit.heading("Junior data analyst")).isVisible();
    }

    private static Locator row(Visit visit, String candidate) {
        return visit.page()
                .locator("table.ranking tbody[id^=row-]")
                .filter(new Locator.FilterOptions().setHasText(candidate));
    }

    private static Locator card(Visit visit, String title) {
        return visit.page()
                .locator(".timeline > li")
                .filter(
                        new Locator.FilterOptions()
                                .setHas(visit.page().locator("h3").getByText(title, exactly())));
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static int firstMissing(List<String> bands) {
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).startsWith("A must-have")) {
                return i;
            }
        }
        return -1;
    }

    private static String path(Visit visit) {
        return URI.create(visit.page().url()).getPath();
    }
}
