package dev.assay.admin.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.assay.admin.ConsoleApplication;
import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.security.Employer;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.platform.security.OrganizationsClaim;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.TestKeycloak;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The all-in-one application with the sample in it, and a browser to look at it. People sign in
 * once; each {@link Visit} starts from there with nothing else remembered.
 */
final class ConsoleUnderTest implements AutoCloseable {

    private final TestDatabase database;
    private final ApplicationUnderTest application;
    private final Playwright playwright;
    private final Browser browser;
    private final Map<Person, String> sessions = new EnumMap<>(Person.class);

    private ConsoleUnderTest(
            TestDatabase database,
            ApplicationUnderTest application,
            Playwright playwright,
            Browser browser) {
        this.database = database;
        this.application = application;
        this.playwright = playwright;
        this.browser = browser;
    }

    static ConsoleUnderTest start() {
        Path chromium =
                Chromium.find().orElseThrow(() -> new IllegalStateException(Chromium.MISSING));
        TestDatabase database = TestDatabase.migrated();
        ApplicationUnderTest application =
                ApplicationUnderTest.start(
                        ConsoleApplication.class,
                        database,
                        TestKeycloak.get().issuer(),
                        "spring.profiles.active=sample");
        // A page on a busy machine is as slow to show something as to answer at all.
        PlaywrightAssertions.setDefaultAssertionTimeout(Visit.PATIENCE);
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium)
                                        // Root has no sandbox, and small machines little shared
                                        // memory.
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-dev-shm-usage",
                                                        "--force-color-profile=srgb")));
        return new ConsoleUnderTest(database, application, playwright, browser);
    }

    /** Somebody whom nobody knows yet. */
    Visit stranger() {
        return stranger(new Browser.NewContextOptions());
    }

    Visit stranger(Browser.NewContextOptions options) {
        return new Visit(context(options));
    }

    /** A visit of a person who is signed in. */
    Visit as(Person person) {
        return as(person, new Browser.NewContextOptions());
    }

    Visit as(Person person, Browser.NewContextOptions options) {
        String session = sessions.computeIfAbsent(person, this::signIn);
        return new Visit(context(options.setStorageState(session)));
    }

    /** A facade, to arrange things past the pages. */
    <T> T bean(Class<T> type) {
        return application.bean(type);
    }

    /** Puts a document where the platform finds it, as if its host published it. */
    void publish(String address, String document) {
        application.web().put(address, document);
    }

    /** Somebody who may do anything at this employer. */
    Actor administratorOf(Organization organization) {
        return new Actor.Person(
                employer(organization).id(),
                UUID.fromString(Person.HANA.subject()),
                Set.of(EmployerRole.HR_ADMIN));
    }

    private Employer employer(Organization organization) {
        var claim =
                new OrganizationsClaim(
                        List.of(
                                new OrganizationsClaim.Organization(
                                        organization.alias(),
                                        Optional.of(organization.id().toString()))));
        return bean(Employers.class).of(UUID.fromString(Person.SAM.subject()), claim).getFirst();
    }

    private com.microsoft.playwright.BrowserContext context(Browser.NewContextOptions options) {
        return browser.newContext(
                options.setBaseURL(application.address().toString())
                        .setTimezoneId("Europe/Madrid")
                        .setLocale("en-GB"));
    }

    private String signIn(Person person) {
        try (Visit visit = stranger()) {
            visit.open("/console");
            visit.signIn(person);
            return visit.page().context().storageState();
        }
    }

    /** Fails when a statement forgot its employer. */
    void assertClean() {
        application.gate().assertClean();
    }

    @Override
    public void close() {
        try {
            browser.close();
            playwright.close();
        } finally {
            try {
                application.close();
            } finally {
                database.close();
            }
        }
    }
}
