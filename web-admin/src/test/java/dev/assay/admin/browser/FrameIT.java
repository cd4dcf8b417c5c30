package dev.assay.admin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The frame around the pages on screens of every size, and on paper. */
@WithConsole
class FrameIT {

    private static final List<String> CANDIDATES =
            List.of(
                    "Ines Calloway",
                    "Dana Whitcombe",
                    "Felix Marchetti",
                    "سلمى الكرمي",
                    "Maximiliana-Theodora Wilhelmine Konstantinopoulou-Featherstonehaugh van der"
                            + " Oosterschelde-Brackenbury",
                    "Pat Ellery");

    private final ConsoleUnderTest console;

    FrameIT(ConsoleUnderTest console) {
        this.console = console;
    }

    private record Window(int width, int height) {}

    private static final List<Window> WINDOWS =
            List.of(new Window(1280, 800), new Window(1000, 800), new Window(390, 844));

    @Test
    void nothingSticksOutOfAWindowOfAnySize() {
        try (Visit visit = console.as(Person.HANA)) {
            look(visit, "/console", "home");
            look(visit, "/console/jobs", "jobs");
            look(visit, "/console/jobs?status=closed", "jobs-empty");
            String ranking = href(visit, "/console/jobs", "Junior data analyst");
            look(visit, ranking, "ranking");
            List<String> candidates = CANDIDATES.stream().map(name -> here(visit, name)).toList();
            look(visit, ranking.replace("/ranking", ""), "overview");
            look(visit, ranking.replace("/ranking", "/requirements"), "requirements");
            for (int i = 0; i < candidates.size(); i++) {
                look(visit, candidates.get(i), "application-" + i);
            }
            look(visit, candidates.getFirst() + "/dossier", "dossier");
            look(visit, candidates.getFirst() + "/interviews", "interviews");
            look(visit, candidates.getFirst() + "/interviews/scorecard", "scorecard");
            look(visit, "/console/pipeline/reasons", "reasons");
            look(visit, "/console/pipeline/templates/new", "template");
            look(visit, ranking + "?open=" + lastPart(candidates.getFirst()), "ranking-open");
            look(visit, "/console/trust", "trust");
            look(visit, here(visit, "Northgate Polytechnic"), "trust-edit");
            look(visit, "/console/trust/new", "trust-new");
            look(visit, "/console/partners", "partners");
            look(visit, here(visit, "Jobsphere (sample)"), "partner-of-operator");
            look(visit, "/console/webhooks", "webhooks");
            look(visit, "/console/profile", "profile");
            look(visit, ranking.replace("/ranking", "/settings"), "settings");
            visit.openRefused("/console/nowhere", 404);
            fits(visit, "not-found");
        }
    }

    @Test
    void theRailKeepsItsNamesForThoseWhoHearThem() {
        try (Visit visit = console.as(Person.RITA)) {
            visit.open("/console");
            for (int width : List.of(1280, 1000, 390)) {
                visit.page().setViewportSize(width, 800);
                assertThat(visit.page().locator("nav.rail").getByText("Trust")).isVisible();
                visit.link("Trust").click();
                assertThat(visit.heading("Trust")).isVisible();
            }
            assertThat(railTop(visit.page())).as("a bar at the bottom").isGreaterThan(600);
            visit.page().setViewportSize(1000, 800);
            assertThat(railWidth(visit.page())).as("icons alone").isLessThan(100);
        }
    }

    @Test
    void theKeyboardReachesTheContentFirst() {
        try (Visit visit = console.as(Person.RITA)) {
            visit.open("/console/jobs");
            visit.page().keyboard().press("Tab");
            assertThat(visit.link("Skip to content")).isFocused();
            visit.page().keyboard().press("Enter");
            assertThat(visit.main()).isFocused();
        }
    }

    @Test
    void escapeClosesAMenuAndGoesBackToItsButton() {
        try (Visit visit = console.as(Person.RITA)) {
            visit.open("/console");
            var theme = visit.page().locator("details.menu summary").first();
            theme.focus();
            visit.page().keyboard().press("Enter");
            assertThat(visit.button("Dark")).isVisible();
            visit.page().keyboard().press("Escape");
            assertThat(visit.button("Dark")).not().isVisible();
            assertThat(theme).isFocused();
        }
    }

    @Test
    void aChosenThemeStaysAndLeadsBackToThePage() {
        try (Visit visit = console.as(Person.RITA)) {
            visit.open("/console/jobs?status=draft");
            visit.page().locator("details.menu summary").first().click();
            visit.button("Dark").click();
            assertThat(visit.page())
                    .hasURL(java.util.regex.Pattern.compile(".*/console/jobs\\?status=draft$"));
            assertThat(visit.page().locator("html")).hasAttribute("data-theme", "dark");
            visit.open("/console/trust");
            assertThat(visit.page().locator("html")).hasAttribute("data-theme", "dark");
        }
    }

    @Test
    void paperShowsThePageWithoutTheFrame() {
        try (Visit visit = console.as(Person.RITA)) {
            visit.open(href(visit, "/console/jobs", "Junior data analyst"));
            visit.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(visit.page().locator("nav.rail")).not().isVisible();
            assertThat(visit.page().locator("header.bar")).not().isVisible();
            assertThat(visit.heading("Junior data analyst")).isVisible();
            visit.picture("print-ranking");
        }
    }

    @Test
    void nothingMovesForThoseWhoAskedForThat() {
        var options = new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
        try (Visit visit = console.as(Person.RITA, options)) {
            visit.open(href(visit, "/console/jobs", "Junior data analyst"));
            Object moving =
                    visit.page()
                            .evaluate(
                                    """
                                    () => [...document.querySelectorAll('*')].filter(e => {
                                        const s = getComputedStyle(e);
                                        return s.transitionDuration.split(',').some(d => parseFloat(d) > 0)
                                            && s.transitionProperty !== 'none';
                                    }).length
                                    """);
            assertThat(moving).isEqualTo(0);
        }
    }

    /** What docs/images shows, as the console looks now. */
    @Test
    void fitsTheFirstScreenOfTheDocumentation() {
        var options = new Browser.NewContextOptions().setViewportSize(1280, 800);
        try (Visit visit = console.as(Person.HANA, options.setColorScheme(ColorScheme.LIGHT))) {
            String ranking = href(visit, "/console/jobs", "Junior data analyst");
            visit.open(ranking);
            assertThat(visit.link("Ines Calloway")).isInViewport();
            visit.view("docs-ranking");
            visit.open(href(visit, ranking, "Dana Whitcombe"));
            assertThat(visit.main().getByText("It expired on").first()).isInViewport();
            visit.view("docs-application");
            visit.open("/console/trust");
            assertThat(visit.link("Register an issuer")).isInViewport();
            visit.view("docs-trust");
        }
    }

    private static void look(Visit visit, String path, String picture) {
        visit.open(path);
        fits(visit, picture);
    }

    /** The page that is open, in every window. */
    static void fits(Visit visit, String picture) {
        for (Window window : WINDOWS) {
            String name = window.width() + "-" + picture;
            visit.page().setViewportSize(window.width(), window.height());
            visit.picture(name);
            Object tooWide =
                    visit.page()
                            .evaluate(
                                    "() => document.documentElement.scrollWidth - window.innerWidth");
            assertThat(((Number) tooWide).intValue()).as(name).isLessThanOrEqualTo(0);
        }
        visit.page().setViewportSize(1280, 800);
    }

    private static String href(Visit visit, String page, String link) {
        visit.open(page);
        return here(visit, link);
    }

    /** Where a link of the page that is open leads. */
    private static String here(Visit visit, String link) {
        return visit.link(link).first().getAttribute("href");
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static double railTop(Page page) {
        return page.locator("nav.rail").boundingBox().y;
    }

    private static double railWidth(Page page) {
        return page.locator("nav.rail").boundingBox().width;
    }
}
