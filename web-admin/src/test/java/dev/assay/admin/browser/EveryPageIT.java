package dev.assay.admin.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every page, whoever looks at it and in whatever light. */
@WithConsole
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

    private static final String AXE = axe();

    private final ConsoleUnderTest console;
    private final Map<Person, Visit> visits = new EnumMap<>(Person.class);
    private final Map<String, String> ends = new HashMap<>();

    EveryPageIT(ConsoleUnderTest console) {
        this.console = console;
    }

    /** A page by the way to it; what comes after an arrow is a link to follow. */
    private record Place(Person person, String way, int status) {}

    private static final List<Place> PLACES =
            List.of(
                    new Place(Person.RITA, "/console", 200),
                    new Place(Person.RITA, "/console/jobs", 200),
                    new Place(Person.RITA, "/console/jobs?status=closed", 200),
                    new Place(Person.RITA, "/console/jobs > Junior data analyst", 200),
                    new Place(Person.RITA, "/console/jobs > Junior data analyst > Overview", 200),
                    new Place(
                            Person.RITA, "/console/jobs > Junior data analyst > Requirements", 200),
                    new Place(
                            Person.RITA,
                            "/console/jobs > Junior data analyst > Why Dana Whitcombe",
                            200),
                    new Place(Person.RITA, "/console/jobs > Data quality steward", 200),
                    new Place(
                            Person.RITA,
                            "/console/jobs > Junior data analyst > Dana Whitcombe",
                            200),
                    new Place(Person.RITA, "/console/jobs > Junior data analyst > Pat Ellery", 200),
                    new Place(Person.RITA, "/console/jobs > Junior data analyst > Training", 200),
                    new Place(Person.RITA, "/console/jobs > Junior data analyst > Board", 200),
                    new Place(
                            Person.RITA,
                            "/console/jobs > Junior data analyst > Dana Whitcombe > What training would"
                                    + " cost",
                            200),
                    new Place(
                            Person.RITA,
                            "/console/jobs > Junior data analyst > Dana Whitcombe > Timeline",
                            200),
                    new Place(Person.RITA, "/console/people", 200),
                    new Place(Person.RITA, "/console/trust", 200),
                    new Place(Person.RITA, "/console/trust/new", 403),
                    new Place(Person.RITA, "/console/policies", 200),
                    new Place(Person.RITA, "/console/policies/new", 403),
                    new Place(Person.RITA, "/console/flags", 200),
                    new Place(Person.RITA, "/console/disputes", 200),
                    new Place(Person.RITA, "/console/rubrics/new", 200),
                    new Place(Person.RITA, "/console/nowhere", 404),
                    new Place(Person.RITA, "/console/jobs?status=none-such", 400),
                    new Place(Person.RITA, "/console/signed-out", 200),
                    new Place(Person.HANA, "/console/people", 200),
                    new Place(Person.HANA, "/console/people/new", 200),
                    new Place(Person.HANA, "/console/people/mail", 200),
                    new Place(
                            Person.HANA,
                            "/console/people/mail > Request to confirm an address",
                            200),
                    new Place(Person.HANA, "/console/policies/new", 200),
                    new Place(Person.HANA, "/console/skills/new", 200),
                    new Place(Person.HANA, "/console/trust", 200),
                    new Place(Person.HANA, "/console/trust/new", 200),
                    new Place(Person.HANA, "/console/trust/achievements", 200),
                    new Place(Person.HANA, "/console/trust > Northgate Polytechnic", 200),
                    new Place(Person.RITA, "/console/jobs > Junior data analyst > Settings", 200),
                    new Place(Person.RITA, "/console/partners", 200),
                    new Place(Person.RITA, "/console/partners/new", 403),
                    new Place(Person.HANA, "/console/partners > Jobsphere (sample)", 200),
                    new Place(Person.HANA, "/console/partners/new", 200),
                    new Place(Person.HANA, "/console/profile", 200),
                    new Place(Person.HANA, "/console/webhooks/new", 200),
                    new Place(Person.RITA, "/console/webhooks", 403),
                    new Place(Person.ADA, "/console/webhooks", 200),
                    new Place(Person.ADA, "/console/trust", 200),
                    new Place(Person.ADA, "/console/audit", 200),
                    new Place(Person.ADA, "/console/audit > Recompute the chain", 200),
                    new Place(Person.RITA, "/console/audit", 403),
                    new Place(Person.SAM, "/console/employer", 200));

    static Stream<Arguments> places() {
        return PLACES.stream()
                .map(place -> Arguments.of(place.person(), place.way(), place.status()));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("places")
    void isSoundAndAccessibleInEitherLight(Person person, String way, int status) {
        Visit visit = visits.computeIfAbsent(person, this::calmly);
        Response response = follow(visit, person, way, status);
        lit(visit, ColorScheme.LIGHT);
        assertThat(seriousFaults(visit.page())).isEmpty();
        // The light changes colours, and nothing else that axe looks at.
        lit(visit, ColorScheme.DARK);
        assertThat(seriousFaults(visit.page(), "color-contrast")).as("dark").isEmpty();
        assertThat(visit.page().locator("h1").count()).as("first headings").isEqualTo(1);
        assertThat(visit.page().locator("[style], [onclick], script:not([src]), style").count())
                .as("inline styles and scripts")
                .isZero();
        strict(response.headers());
        visit.expectNoComplaint();
    }

    /** Colours that are still fading into the other light are nobody's contrast. */
    private Visit calmly(Person person) {
        return console.as(
                person, new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
    }

    @AfterAll
    void leave() {
        visits.values().forEach(Visit::close);
    }

    /** The checks themselves see what they are there to see. */
    @Test
    void aFaultyPageWouldBeNoticed() {
        Visit visit = console.as(Person.RITA);
        visit.open("/console");
        visit.page()
                .evaluate(
                        """
                        () => {
                            document.querySelector('main').innerHTML =
                                '<img src="/assets/mark.svg"><p>text</p>';
                            const script = document.createElement('script');
                            script.textContent = 'window.wasRun = true';
                            document.body.append(script);
                        }
                        """);
        assertThat(seriousFaults(visit.page())).anyMatch(fault -> fault.startsWith("image-alt"));
        assertThat(visit.page().evaluate("() => window.wasRun === true")).isEqualTo(false);
        assertThatThrownBy(visit::close).hasMessageContaining("Content Security Policy");
    }

    private Response follow(Visit visit, Person person, String way, int status) {
        String path = where(visit, person, way);
        return status == 200 ? visit.open(path) : visit.openRefused(path, status);
    }

    /** The address at the end of a way, which each person walks once. */
    private String where(Visit visit, Person person, String way) {
        int last = way.lastIndexOf(" > ");
        if (last < 0) {
            return way;
        }
        String known = ends.get(person + way);
        if (known == null) {
            visit.open(where(visit, person, way.substring(0, last)));
            known = href(visit, way.substring(last + " > ".length()));
            ends.put(person + way, known);
        }
        return known;
    }

    /** Where a link leads; "Why …" is the beginning of one that opens a row. */
    private static String href(Visit visit, String name) {
        Locator link =
                name.startsWith("Why ")
                        ? visit.page()
                                .locator("a.toggle")
                                .filter(new Locator.FilterOptions().setHasText(name))
                        : visit.link(name);
        return Objects.requireNonNull(link.first().getAttribute("href"));
    }

    private static void lit(Visit visit, ColorScheme light) {
        visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
    }

    private static void strict(Map<String, String> headers) {
        assertThat(headers.get("content-security-policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(headers)
                .containsEntry("x-frame-options", "DENY")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("referrer-policy", "same-origin")
                .containsKey("permissions-policy")
                .containsKey("trace-id");
        assertThat(headers.get("cache-control")).contains("no-store");
    }

    /**
     * What axe-core calls serious or critical, each with the elements it concerns; by these of its
     * rules, or by all when none is named.
     */
    static List<String> seriousFaults(Page page, String... rules) {
        return seriousFaults(page, List.of(), List.of(rules));
    }

    /** What is wrong with a page but for the element that a selector names, which is not ours. */
    static List<String> seriousFaultsBeside(Page page, String selector) {
        return seriousFaults(page, List.of(selector), List.of());
    }

    private static List<String> seriousFaults(Page page, List<String> beside, List<String> rules) {
        if (page.evaluate("() => window.axe === undefined") == Boolean.TRUE) {
            page.evaluate(AXE);
        }
        Object found =
                page.evaluate(
                        """
                        async ([beside, rules]) => {
                            const options = {resultTypes: ['violations']};
                            if (rules.length > 0) {
                                options.runOnly = {type: 'rule', values: rules};
                            }
                            const where = beside.length > 0
                                ? {include: [['html']], exclude: beside.map(one => [one])}
                                : document;
                            return (await axe.run(where, options)).violations
                                .filter(v => v.impact === 'serious' || v.impact === 'critical')
                                .map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')
                                    + ' ' + (n.any[0] ? n.any[0].message : '')).join(' | '));
                        }
                        """,
                        List.of(beside, rules));
        List<String> faults = new ArrayList<>();
        ((List<?>) found).forEach(fault -> faults.add(String.valueOf(fault)));
        return faults;
    }

    private static String axe() {
        try (InputStream pom =
                resource("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")) {
            Properties properties = new Properties();
            properties.load(pom);
            String version = properties.getProperty("version");
            try (InputStream script =
                    resource("/META-INF/resources/webjars/axe-core/" + version + "/axe.min.js")) {
                return new String(script.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(EveryPageIT.class.getResourceAsStream(name), name);
    }
}
