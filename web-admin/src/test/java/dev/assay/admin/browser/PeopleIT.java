package dev.assay.admin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@WithConsole
class PeopleIT {

    private final ConsoleUnderTest console;

    PeopleIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void invitingSomebodySendsMailThatTheConsoleShows() {
        String address = UUID.randomUUID() + "@example.org";
        try (Visit visit = console.as(Person.HANA)) {
            invite(visit, address);

            visit.open("/console/people/mail");
            Locator mail = visit.main().locator("tr", containing(address));
            waitFor(visit, mail.getByText("sent", new Locator.GetByTextOptions().setExact(true)));
            mail.getByRole(com.microsoft.playwright.options.AriaRole.LINK).click();
            assertThat(visit.main()).containsText("has invited you to work with it on Assay");
            assertThat(visit.main()).containsText("Your password for the first time:");
        }
    }

    @Test
    void rolesAreChangedAndAPersonIsRemoved() {
        String address = UUID.randomUUID() + "@example.org";
        try (Visit visit = console.as(Person.HANA)) {
            invite(visit, address);
            // Until then the account is being made, and a change of ours would come too late.
            waitFor(visit, visit.main().locator("tr", containing(address)).getByText("Active"));
            visit.link("Kim " + address).click();
            visit.page().locator("#role-auditor").check();
            visit.page().locator("#role-recruiter").uncheck();
            visit.button("Save the roles").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*/console/people$"));
            assertThat(visit.main().locator("tr", containing(address))).containsText("Auditor");

            visit.link("Kim " + address).click();
            visit.button("Remove Kim " + address).click();
            assertThat(visit.page().locator(".flash")).containsText("was removed");
            assertThat(visit.main()).not().containsText(address);
        }
    }

    @Test
    void theLastHrAdminIsToldWhyTheyCannotLeave() {
        try (Visit visit = console.as(Person.HANA)) {
            visit.open("/console/people");
            waitFor(visit, visit.main().locator("tr", containing("Hana Kovac")));
            visit.link("Hana Kovac").click();
            visit.button("Remove Hana Kovac").click();
            assertThat(visit.page().locator(".flash")).containsText("last HR admin");
            assertThat(visit.main()).containsText("Hana Kovac");
        }
    }

    @Test
    void aFaultyInvitationIsKeptAsTypedAndNamesTheField() {
        try (Visit visit = console.as(Person.HANA)) {
            visit.expectRefusal();
            visit.open("/console/people/new");
            visit.page().locator("#email").fill("kim@example.org");
            visit.button("Send the invitation").click();
            assertThat(visit.page().locator("#wrongs")).containsText("Roles must be chosen.");
            assertThat(visit.page().locator("#email")).hasValue("kim@example.org");
        }
    }

    @Test
    void aRecruiterReadsAndLearnsWhoCanChangeIt() {
        try (Visit visit = console.as(Person.RITA)) {
            visit.open("/console/people");
            assertThat(visit.main()).containsText("An HR admin of this employer can invite");
            assertThat(visit.main().locator("form, a[href*='/people/']")).hasCount(0);
            visit.openRefused("/console/people/new", 403);
            visit.openRefused("/console/people/mail", 403);
        }
    }

    private static void invite(Visit visit, String address) {
        visit.open("/console/people/new");
        visit.page().locator("#email").fill(address);
        visit.page().locator("#givenName").fill("Kim");
        visit.page().locator("#familyName").fill(address);
        visit.page().locator("#role-recruiter").check();
        visit.button("Send the invitation").click();
        assertThat(visit.page().locator(".flash")).containsText("is invited");
    }

    /** What happens in the background shows when the page is asked for again. */
    private static void waitFor(Visit visit, Locator row) {
        for (int i = 0; i < 120 && row.count() == 0; i++) {
            visit.page().waitForTimeout(500);
            visit.page().reload();
        }
        assertThat(row).hasCount(1);
    }

    private static Locator.LocatorOptions containing(String text) {
        return new Locator.LocatorOptions().setHasText(text);
    }
}
