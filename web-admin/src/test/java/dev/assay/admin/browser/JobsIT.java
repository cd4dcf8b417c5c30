package dev.assay.admin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import dev.assay.admin.browser.Openings.Opening;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Jobs written and kept in the console, and how hirings go. */
@WithConsole
class JobsIT {

    private final ConsoleUnderTest console;

    JobsIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void aJobIsWrittenDividedIntoStagesAndOpened() {
        String title = "Written here " + UUID.randomUUID();
        try (Visit hana = console.as(Person.HANA);
                Visit rita = console.as(Person.RITA)) {
            hana.open("/console/pipeline/templates/new");
            hana.page().locator("#name").fill("Of " + title);
            hana.page().locator("#stages-in-review").fill("Screen\nPhone");
            hana.button("Save").click();
            assertThat(hana.main()).containsText("Screen · Phone");

            rita.open("/console/jobs");
            rita.link("Write a job").click();
            rita.expectRefusal();
            rita.page().locator("#title").fill(title);
            rita.page().locator("#description").fill("For digital natives.");
            rita.page().locator("#skill-0").fill("nothing we know");
            rita.button("Save").click();
            assertThat(rita.page().locator("#requirements-wrong")).containsText("nothing we know");
            // The page moves to what is wrong as soon as its script runs; a press before is lost.
            assertThat(rita.page().locator("#wrongs")).isFocused();
            rita.page().locator("#skill-0").fill("");
            rita.button("Save").click();
            assertThat(rita.main()).containsText("No skill is asked for");
            assertThatList(EveryPageIT.seriousFaults(rita.page())).isEmpty();

            rita.page().locator("#template").selectOption("Of " + title);
            rita.button("Use it").click();
            assertThat(rita.page().locator("#stages-in-review")).hasValue("Screen\nPhone");
            rita.page()
                    .locator("#until")
                    .selectOption(new SelectOption().setLabel("in review: Phone"));
            rita.button("Say until when").click();
            assertThat(rita.page().locator("#until option[selected]")).hasText("in review: Phone");
            rita.page().locator("#wording").fill("Which shift?");
            rita.page().locator("#kind").selectOption("choice");
            rita.button("Ask it").click();
            assertThat(rita.page().locator("#options-wrong")).containsText("two or more");
            assertThat(rita.page().locator("#wrongs")).isFocused();
            rita.page().locator("#options").fill("day\nnight");
            rita.button("Ask it").click();
            assertThat(rita.main()).containsText("one of several: day / night");
            rita.picture("job-settings");

            rita.link("Edit the posting").click();
            hana.open(rita.page().url());
            hana.page().locator("#department").fill("Numbers");
            hana.button("Save").click();
            assertThat(hana.page().locator(".flash")).containsText("is saved");
            rita.page().locator("#openings").fill("3");
            assertThatList(EveryPageIT.seriousFaults(rita.page())).isEmpty();
            rita.picture("job-form");
            rita.button("Save").click();
            assertThat(rita.page().locator("section.wrongs")).isFocused();
            assertThat(rita.main()).containsText("Somebody changed this job meanwhile");
            assertThat(rita.main()).containsText("Numbers");
            rita.button("Replace theirs with mine").click();
            rita.button("Open it to applicants").click();
            assertThat(rita.page().locator(".flash")).containsText("open to applicants");
            assertThat(rita.button("Pause it")).isVisible();
            String page =
                    Objects.requireNonNull(
                            rita.link("The posting’s own page").getAttribute("href"));
            showToAStranger(rita, page);
        }
    }

    /** Nothing is loaded there and no script runs; the browser would complain of a style, too. */
    private static void showToAStranger(Visit visit, String page) {
        visit.open(page);
        assertThatList(EveryPageIT.seriousFaults(visit.page())).isEmpty();
        FrameIT.fits(visit, "posting");
        visit.link("Apply").click();
        assertThatList(EveryPageIT.seriousFaults(visit.page())).isEmpty();
        FrameIT.fits(visit, "posting-apply");
        visit.expectRefusal();
        visit.page()
                .locator("#cv")
                .setInputFiles(
                        new FilePayload("cv.pdf", "application/pdf", new byte[] {'M', 'Z', 0, 1}));
        visit.button("Hand in the application").click();
        assertThat(visit.page().locator("#faults")).containsText("none of the kinds");
        assertThatList(EveryPageIT.seriousFaults(visit.page())).isEmpty();
        FrameIT.fits(visit, "posting-faults");
        visit.openRefused(page.substring(0, page.lastIndexOf('/')), 404);
        assertThat(visit.heading("There is no such page")).isVisible();
        FrameIT.fits(visit, "posting-none");
    }

    @Test
    void applicationsOfAllJobsAreNarrowedAndTheSearchIsSaved() {
        Opening opening = Openings.withAnUnknownIssuer(console, "Searched for");
        String name = "Saved " + UUID.randomUUID();
        try (Visit rita = console.as(Person.RITA)) {
            rita.open("/console/jobs");
            rita.link("All applications").click();
            rita.page().locator("#jobId").selectOption(opening.job().toString());
            rita.page().locator("#q").fill("Robin");
            rita.button("Narrow").click();
            assertThat(rita.page().locator("tbody tr")).hasCount(1);
            assertThat(rita.main()).containsText("Robin Known");
            assertThatList(EveryPageIT.seriousFaults(rita.page())).isEmpty();
            rita.page().locator("#name").fill(name);
            rita.button("Save it").click();
            rita.open("/console/applications");
            rita.link(name).first().click();
            assertThat(rita.page().locator("tbody tr")).hasCount(2);
            assertThat(rita.page().locator("#q")).hasValue("");
            rita.picture("applications");
            rita.page().getByText("Saved searches").click();
            rita.button("Remove the search " + name).click();
            assertThat(rita.link(name)).hasCount(0);
            rita.openRefused("/console/applications?minScore=101", 400);
            assertThat(rita.page().locator("#wrongs")).containsText("The score");
        }
    }
}
