package dev.assay.admin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCharSequence;
import static org.assertj.core.api.Assertions.assertThatList;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import dev.assay.admin.browser.Openings.Opening;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.dossier.Tags;
import dev.assay.hiring.jobs.BlindReview;
import dev.assay.hiring.jobs.BlindReviews;
import dev.assay.hiring.jobs.EarlierBecause;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.StagePhase;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Version;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is kept about an applicant beside their evidence, and what interviewers think. */
@WithConsole
class ApplicantsIT {

    private final ConsoleUnderTest console;

    ApplicantsIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void whatIsKeptOfAnApplicantIsWrittenTaggedFiledAndAssigned() {
        Opening opening = Openings.withAnUnknownIssuer(console, "Kept a dossier of");
        console.bean(Tags.class)
                .write(console.administratorOf(Organization.HARBOR_ANALYTICS), "night shift");
        try (Visit visit = console.as(Person.RITA)) {
            visit.open(opening.applicationPath());
            visit.link("Dossier").click();
            visit.page().locator("#text").fill("Called back, likes the shift.");
            visit.button("Save the note").click();
            assertThat(visit.page().locator(".entries").first()).containsText("likes the shift");
            assertThat(visit.page().locator(".entries").first()).containsText("you");
            visit.button("Add the tag").click();
            assertThat(visit.page().locator(".tags")).containsText("night shift");
            visit.page().locator("#memberId").selectOption(new SelectOption().setIndex(1));
            visit.button("Set who looks after it").click();
            assertThat(visit.main()).containsText("since");

            visit.expectRefusal();
            file(visit, "program.exe", new byte[] {'M', 'Z', 0, 1});
            assertThat(visit.page().locator("#file-wrong")).containsText("none of the kinds");
            assertThat(visit.page().locator("#wrongs")).isFocused();
            file(visit, "large.txt", new byte[5 * 1024 * 1024 + 1]);
            assertThat(visit.page().locator("#file-wrong")).containsText("larger than 5 MiB");
            assertThat(visit.page().locator("#wrongs")).isFocused();
            file(visit, "huge.txt", new byte[9 * 1024 * 1024]);
            assertThat(visit.main()).containsText("A file may have 5 MiB at most");
            visit.open(opening.applicationPath() + "/dossier");
            file(visit, "cv.txt", "Worked at Harbor.".getBytes(StandardCharsets.UTF_8));
            Download download = visit.page().waitForDownload(() -> visit.link("cv.txt").click());
            assertThatList(List.of(download.suggestedFilename())).containsExactly("cv.txt");
            assertThatList(EveryPageIT.seriousFaults(visit.page())).isEmpty();
            visit.picture("dossier");
            // Under another application the file is not there.
            String address = Objects.requireNonNull(visit.link("cv.txt").getAttribute("href"));
            visit.openRefused(
                    address.replace(opening.unheard().toString(), UUID.randomUUID().toString()),
                    404);

            visit.open(opening.applicationPath());
            assertThat(visit.page().locator(".aside")).containsText("night shift");
        }
    }

    @Test
    void noPageTellsWhoIsReviewedBlind() {
        Opening opening = Openings.withAnUnknownIssuer(console, "Reviewed blind");
        review(opening, Optional.of(new BlindReview(StagePhase.INTERVIEW, Optional.empty())));
        String application = opening.applicationPath();
        try (Visit visit = console.as(Person.RITA)) {
            for (String path :
                    List.of(
                            opening.rankingPath(),
                            opening.rankingPath() + "/" + opening.unheard(),
                            "/console/jobs/" + opening.job() + "/board",
                            application,
                            application + "/dossier",
                            application + "/interviews",
                            application + "/evidence",
                            application + "/timeline",
                            comparison(opening),
                            "/console/jobs/" + opening.job() + "/invitations",
                            "/console/applications?job=" + opening.job(),
                            "/console/disputes?application=" + opening.unheard(),
                            "/console")) {
                visit.open(path);
                assertThatCharSequence(visit.page().content())
                        .as(path)
                        .doesNotContain("Unheard", "kim@", opening.unknownIssuer())
                        .doesNotContain(opening.unknownIssuerId());
            }
            visit.open(application);
            assertThat(visit.page().locator("h1")).containsText("Candidate ");
            assertThat(visit.main()).containsText("Issuer A");
            assertThat(visit.main()).containsText("until it has come to “interview”");
            assertThat(visit.link("Ask who it is")).hasCount(0);
            visit.openRefused(application + "/unmasking", 403);
            toldForAReasonAlone(application);
        } finally {
            // Kim applies to other tests' jobs too, and is hidden everywhere till now.
            review(opening, Optional.empty());
        }
    }

    private void toldForAReasonAlone(String application) {
        try (Visit hana = console.as(Person.HANA)) {
            hana.open(application);
            hana.link("Ask who it is").click();
            assertThatList(EveryPageIT.seriousFaults(hana.page())).isEmpty();
            assertThatCharSequence(hana.page().content()).doesNotContain("Unheard");
            hana.page().locator("#reason").evaluate("field => field.required = false");
            hana.expectRefusal();
            hana.button("Tell me who it is").click();
            assertThat(hana.page().locator("#wrongs")).containsText("must be chosen");
            hana.page().locator("#reason").selectOption("contact");
            hana.button("Tell me who it is").click();
            assertThat(hana.main()).containsText("Kim Unheard");
            assertThatList(EveryPageIT.seriousFaults(hana.page())).isEmpty();
            hana.link("Back to the application").click();
            assertThat(hana.page().locator("h1")).containsText("Candidate ");
        }
    }

    private String comparison(Opening opening) {
        return "/console/jobs/"
                + opening.job()
                + "/comparison?"
                + console
                        .bean(Applications.class)
                        .openOf(
                                console.administratorOf(Organization.HARBOR_ANALYTICS),
                                opening.job(),
                                2)
                        .stream()
                        .map(one -> "application=" + one.id())
                        .collect(Collectors.joining("&"));
    }

    private void review(Opening opening, Optional<BlindReview> until) {
        Actor hana = console.administratorOf(Organization.HARBOR_ANALYTICS);
        Version seen = console.bean(Jobs.class).get(hana, opening.job()).version();
        console.bean(BlindReviews.class)
                .change(
                        hana,
                        opening.job(),
                        seen,
                        until,
                        Optional.of(EarlierBecause.CHANGED_PROCESS));
    }

    @Test
    void anInterviewIsPlannedAndWhatInterviewersThinkIsBlindAtFirst() {
        Opening opening = Openings.withAnUnknownIssuer(console, "Interviewed twice");
        try (Visit rita = console.as(Person.RITA)) {
            rita.open(opening.applicationPath());
            rita.link("Interviews").click();
            rita.page().locator("#day-0").fill("2036-06-01");
            rita.page().locator("#from-0").fill("09:00");
            rita.page().locator("#to-0").fill("10:00");
            rita.page().locator("#location").fill("Room 4");
            // The browser's own clock is chosen for the reader.
            assertThat(rita.page().locator("#zone")).hasValue("Europe/Madrid");
            rita.button("Propose").click();
            rita.page().getByText("Take this time").click();
            assertThat(rita.page().locator(".interviews")).containsText("1 Jun 2036, 09:00");
            Download calendar =
                    rita.page().waitForDownload(() -> rita.link("Calendar file").click());
            assertThatList(List.of(calendar.suggestedFilename())).containsExactly("interview.ics");
            rita.button("Call it off").click();
            assertThat(rita.page().locator(".interviews")).containsText("called off");

            rita.link("Fill in yours").click();
            rita.page().locator("#impression-0-strong-yes").check();
            rita.page().locator("#note-0").fill("Told gold from brass.");
            rita.page().locator("#recommendation-yes").check();
            assertThatList(EveryPageIT.seriousFaults(rita.page())).isEmpty();
            rita.picture("scorecard");
            rita.button("Hand it in").click();
            assertThat(rita.main()).containsText("Told gold from brass.");
            assertThat(rita.link("Fill in yours")).hasCount(0);
        }
        try (Visit hana = console.as(Person.HANA)) {
            hana.open(opening.applicationPath() + "/interviews");
            assertThat(hana.main()).containsText("which you can read once yours is");
            assertThat(hana.main()).not().containsText("Told gold from brass.");
            hana.expectRefusal();
            hana.link("Fill in yours").click();
            hana.page().locator("#recommendation-no").check();
            hana.button("Hand it in").click();
            assertThat(hana.page().locator("#wrongs")).containsText("one at least");
            assertThat(hana.page().locator("#wrongs")).isFocused();
            hana.page().locator("#impression-0-no").check();
            hana.button("Hand it in").click();
            assertThat(hana.main()).containsText("Told gold from brass.");
            assertThatList(EveryPageIT.seriousFaults(hana.page())).isEmpty();
            hana.picture("interviews");
        }
    }

    private static void file(Visit visit, String name, byte[] content) {
        visit.page()
                .locator("#file")
                .setInputFiles(new FilePayload(name, "application/octet-stream", content));
        visit.button("Add it").click();
    }
}
