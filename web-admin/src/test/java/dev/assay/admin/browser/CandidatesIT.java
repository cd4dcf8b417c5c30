package dev.assay.admin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import dev.assay.admin.browser.Openings.Opening;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.selfservice.CandidateLinks;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A candidate's own pages without a script, and what the employer's people do about them. */
@WithConsole
class CandidatesIT {

    private static final int NARROW = 390;

    private final ConsoleUnderTest console;

    CandidatesIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void whatACandidateDisputesIsAnsweredInTheConsoleAndReadByThem() {
        Opening opening = Openings.withAnUnknownIssuer(console, "Assayer of disputes");
        String link = link(opening);
        try (Visit candidate = console.stranger(plain())) {
            candidate.open(link);
            sound(candidate);
            assertThat(candidate.main()).containsText("is not known here");
            candidate.link("Add a credential").click();
            sound(candidate);
            candidate
                    .page()
                    .locator("#file")
                    .setInputFiles(
                            new FilePayload(
                                    "note.json",
                                    "application/json",
                                    "{\"a\":1}".getBytes(StandardCharsets.UTF_8)));
            candidate.button("Hand it in").click();
            assertThat(candidate.main()).containsText("Your credential has arrived");
            candidate.link("Say what is wrong").click();
            sound(candidate);
            candidate.page().locator("#statement").fill("This issuer is accredited.");
            candidate.button("Send").click();
            assertThat(candidate.main()).containsText("What you wrote has arrived");
            sound(candidate);
            candidate.link("Withdraw your application").click();
            sound(candidate);
        }

        try (Visit rita = console.as(Person.RITA)) {
            rita.open(opening.applicationPath());
            assertThat(rita.main()).containsText("disputes something");
            rita.link("Look at it").click();
            rita.page().locator("table.sheet a").first().click();
            assertThat(rita.main()).containsText("This issuer is accredited.");
            assertThat(EveryPageIT.seriousFaults(rita.page())).isEmpty();
            rita.page().locator("#not").check();
            rita.page().locator("#answer").fill("We looked: it is not in the register.");
            rita.button("Answer").click();
            assertThat(rita.page().locator(".flash")).containsText("has gone to the candidate");
            rita.open("/console/disputes?answered=true");
            assertThat(EveryPageIT.seriousFaults(rita.page())).isEmpty();

            rita.open(opening.applicationPath());
            rita.button("Mail the candidate their link").click();
            assertThat(rita.page().locator(".flash")).containsText("told to nobody else");
        }

        try (Visit candidate = console.stranger(plain())) {
            candidate.open(link);
            assertThat(candidate.main()).containsText("it is not in the register");
        }
    }

    @Test
    void whoShowedNothingIsInvitedOnceItWasAskedAgain() {
        try (Visit rita = console.as(Person.RITA)) {
            rita.open("/console/jobs");
            rita.link("Junior data analyst").click();
            Locator lane = rita.page().locator("section.lane");
            assertThat(lane).containsText("not yet");
            lane.locator("tbody a[href*='/invitations']").first().click();
            assertThat(rita.main()).containsText("to show evidence?");
            assertThat(EveryPageIT.seriousFaults(rita.page())).isEmpty();
            rita.button("Send the mail").click();
            assertThat(rita.page().locator(".flash")).containsText("on its way");
            rita.page().locator("section.lane tbody a[href*='/invitations']").first().click();
            rita.button("Send the mail").click();
            assertThat(rita.page().locator(".flash")).containsText("invited lately");
            rita.link("Invite all of them").click();
            assertThat(rita.main()).containsText("Invite everybody without evidence?");
            rita.button("Send the mail").click();
            assertThat(rita.page().locator(".flash")).containsText("Whoever was invited lately");
        }
    }

    /** In either light, as wide and as narrow as screens are, without a script or a stranger. */
    private static void sound(Visit candidate) {
        Page page = candidate.page();
        for (ColorScheme light : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(light));
            assertThat(EveryPageIT.seriousFaults(page)).as("%s", light).isEmpty();
        }
        page.setViewportSize(NARROW, 844);
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(NARROW);
        page.setViewportSize(1280, 800);
        assertThat(page.locator("script, link, img, [style], [onclick]").count()).isZero();
        assertThat(page.locator("h1").count()).isEqualTo(1);
    }

    private String link(Opening opening) {
        URI address =
                console.bean(CandidateLinks.class)
                        .issue(
                                console.administratorOf(Organization.HARBOR_ANALYTICS),
                                opening.unheard(),
                                false)
                        .address()
                        .orElseThrow();
        return address.getRawPath() + "?" + address.getRawQuery();
    }

    private static Browser.NewContextOptions plain() {
        return new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE);
    }
}
