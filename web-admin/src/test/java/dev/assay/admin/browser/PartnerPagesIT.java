package dev.assay.admin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.assay.hiring.partners.PartnerFeeds;
import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.partners.Partners;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.PartnerDirectory;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A board from its registration to its end, and what postings say of the employer. */
@WithConsole
class PartnerPagesIT {

    private final ConsoleUnderTest console;

    PartnerPagesIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void aBoardIsRegisteredGrantedWatchedAndDisabled() {
        String job = "For boards " + UUID.randomUUID();
        Openings.withoutApplicants(console, job);
        String board =
                "Board of the Maximiliana-Theodora-Wilhelmine-Konstantinopoulou-Featherstonehaugh "
                        + UUID.randomUUID();
        try (Visit visit = console.as(Person.HANA)) {
            visit.open("/console/partners");
            visit.link("Register a board").click();
            visit.page().locator("#name").fill(board);
            visit.button("Register").click();
            assertThat(visit.heading("The secret, shown this once")).isVisible();
            String secret = visit.page().locator("#secret").textContent();
            visit.picture("1280-partner-secret");
            visit.link("Go on to what it may do").click();
            String path = visit.page().url();
            assertThat(visit.main()).not().containsText(secret);
            assertThat(visit.main()).containsText("nothing granted");

            visit.expectRefusal();
            visit.page().locator("#right-list").check();
            visit.page().locator("#scope-chosen").check();
            visit.button("Save what it may do").click();
            assertThat(visit.page().locator("#wrongs")).containsText("The chosen jobs must be");
            assertThat(visit.page().locator("#right-list")).isChecked();
            visit.expectNoComplaint();
            visit.page().getByLabel(job).check();
            visit.button("Save what it may do").click();
            assertThat(visit.page().locator(".flash")).containsText("from its next call on");
            assertThat(visit.page().getByLabel(job)).isChecked();
            assertThat(visit.page().locator("#right-apply")).not().isChecked();

            fetch(path);
            visit.open(path);
            Locator feed = visit.main().locator("section[aria-label='LinkedIn-style XML']");
            assertThat(feed).containsText("0 postings");
            assertThat(feed).containsText("W/\"");
            assertThat(feed).containsText("one posting");
            assertThat(feed).containsText(job);
            assertThat(feed).containsText("your company's number at LinkedIn");
            FrameIT.fits(visit, "partner");
            feed.getByText(job).click();
            assertThat(visit.main()).containsText("What boards would make of it");
            assertThat(visit.main()).containsText("would refuse it");
            assertThat(visit.link("The posting’s own page")).isVisible();

            visit.open(path);
            visit.page().locator("#board").selectOption("indeed");
            visit.page().locator("#shared").fill("too short");
            visit.button("Have it push here").click();
            assertThat(visit.page().locator(".flash")).containsText("16 to 200");
            visit.button("Have it push here").click();
            assertThat(visit.page().locator("#address")).containsText("/v1/inbound/");
            visit.link("Back to the board").click();
            visit.button("Refuse what Indeed Apply pushes").click();
            assertThat(visit.page().locator(".flash")).containsText("refused from now on");
            visit.button("Make another secret for Indeed Apply").click();
            assertThat(visit.main()).containsText("is taken beside this one until");
            visit.link("Back to the board").click();
            visit.page().locator("#file").selectOption("rss");
            visit.button("Make an address").click();
            assertThat(visit.heading("The address, shown this once")).isVisible();
            assertThat(visit.page().locator("#address")).containsText("/feeds/rss/");
            String address = visit.page().locator("#address").textContent();
            FrameIT.fits(visit, "partner-address");
            visit.link("Back to the board").click();
            assertThat(visit.main()).containsText("not fetched yet");
            assertThat(visit.main()).not().containsText(address);
            FrameIT.fits(visit, "partner-pushed");
            visit.button("Revoke the address of RSS").click();
            assertThat(visit.page().locator(".flash")).containsText("nothing at that address");
            assertThat(visit.main()).not().containsText("not fetched yet");

            visit.button("Make another secret").click();
            assertThat(visit.page().locator("#secret")).not().hasText(secret);
            assertThat(visit.main()).containsText("and its secret go on until");
            visit.link("Back to the board").click();
            assertThat(visit.main()).containsText("The one it had before");
            visit.page().locator("#hours").selectOption("0");
            visit.button("Make another secret").click();
            assertThat(visit.page().locator("#secret")).not().hasText(secret);
            visit.link("Back to the board").click();
            visit.button("Disable this board").click();
            assertThat(visit.main().locator(".head")).containsText("disabled");
            visit.button("Take everything back").click();
            assertThat(visit.page().locator(".flash")).containsText("nothing here any more");
            visit.open("/console/partners");
            assertThat(visit.main()).containsText(board);
        }
    }

    @Test
    void whatPostingsSayOfTheEmployerIsKeptAsTypedUntilItIsRight() {
        try (Visit visit = console.as(Person.HANA)) {
            visit.expectRefusal();
            visit.open("/console/profile");
            visit.page().locator("#website").fill("ftp://harbor.example");
            visit.page().locator("#linkedinCompany").fill("harbor");
            visit.button("Save").click();
            assertThat(visit.page().locator("#wrongs")).containsText("The website must be");
            assertThat(visit.page().locator("#wrongs")).containsText("must be digits alone");
            assertThat(visit.page().locator("#website")).hasValue("ftp://harbor.example");
            visit.page().locator("#website").fill("https://harbor.example/");
            visit.page().locator("#linkedinCompany").fill("");
            visit.button("Save").click();
            assertThat(visit.page().locator(".flash")).containsText("say so from now on");
            assertThat(visit.page().locator("#website")).hasValue("https://harbor.example/");
        }
        try (Visit visit = console.as(Person.RITA)) {
            visit.open("/console/profile");
            assertThat(visit.main()).containsText("https://harbor.example/");
            assertThat(visit.main().locator("form")).hasCount(0);
            visit.openRefused("/console/partners/new", 403);
        }
    }

    /** As the board's machine would, by the token its secret gets. */
    private void fetch(String path) {
        var id = new PartnerId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        UUID machine =
                console.bean(Partners.class)
                        .get(console.administratorOf(Organization.HARBOR_ANALYTICS), id)
                        .partner()
                        .subject();
        CallingPartner caller = console.bean(PartnerDirectory.class).calling(machine).orElseThrow();
        PartnerFeeds feeds = console.bean(PartnerFeeds.class);
        feeds.unchanged(feeds.prepare(caller, FeedKind.LINKEDIN));
    }
}
