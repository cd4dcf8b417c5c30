package dev.assay.admin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@WithConsole
class SignInIT {

    private final ConsoleUnderTest console;

    SignInIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void bringsAPersonToThePageTheyAskedFor() {
        try (Visit visit = console.stranger()) {
            visit.open("/console/jobs?status=draft");
            visit.signIn(Person.RITA);

            assertThat(visit.page()).hasURL(Pattern.compile(".*/console/jobs\\?status=draft$"));
            assertThat(visit.link("Data quality steward")).isVisible();
        }
    }

    @Test
    void theBareAddressLeadsToTheConsole() {
        try (Visit visit = console.as(Person.RITA)) {
            visit.open("/");
            assertThat(visit.page()).hasURL(Pattern.compile(".*/console$"));
            assertThat(visit.heading("Harbor Analytics")).isVisible();
        }
    }

    @Test
    void theSessionCookieIsOutOfReachOfScriptsAndOtherSites() {
        try (Visit visit = console.as(Person.RITA)) {
            visit.open("/console");
            Cookie session =
                    visit.page().context().cookies().stream()
                            .filter(cookie -> cookie.name.equals("assay-session"))
                            .findFirst()
                            .orElseThrow();
            assertThat(session.httpOnly).isTrue();
            assertThat(session.sameSite).isEqualTo(SameSiteAttribute.LAX);
        }
    }

    @Test
    void signingOutEndsTheSessionHereAndAtKeycloak() {
        try (Visit visit = console.stranger()) {
            visit.open("/console");
            visit.signIn(Person.OMAR);
            visit.page()
                    .locator(
                            "details.menu-end summary",
                            new Page.LocatorOptions().setHasText("Omar"))
                    .click();
            visit.button("Sign out").click();

            assertThat(visit.page()).hasURL(Pattern.compile(".*/console/signed-out$"));
            assertThat(visit.heading("You are signed out")).isVisible();

            visit.open("/console");
            assertThat(visit.page().locator("#kc-login")).isVisible();
        }
    }

    @Test
    void whoBelongsToSeveralEmployersSaysForWhichTheyWork() {
        try (Visit visit = console.stranger()) {
            visit.open("/console/jobs");
            visit.signIn(Person.SAM);
            assertThat(visit.heading("Whom do you work for now?")).isVisible();

            visit.button("Cedar Health").click();
            visit.open("/console/jobs");
            assertThat(visit.link("Health records assistant")).isVisible();
            assertThat(visit.link("Junior data analyst")).hasCount(0);

            visit.page().locator("header details.menu summary").first().click();
            visit.button("Harbor Analytics").click();
            assertThat(visit.page().getByText("You now work for Harbor Analytics.")).isVisible();
            visit.open("/console/jobs");
            assertThat(visit.link("Junior data analyst")).isVisible();
        }
    }
}
