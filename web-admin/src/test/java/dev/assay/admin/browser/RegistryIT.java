package dev.assay.admin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatList;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.admin.browser.Openings.Opening;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@WithConsole
class RegistryIT {

    /** Re-scoring takes seconds; a slow machine may take its time. */
    private static final double PATIENCE = 30_000;

    private final ConsoleUnderTest console;

    RegistryIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void registeringAnUnknownIssuerPutsItsHolderFirst() {
        Opening opening = Openings.withAnUnknownIssuer(console, "Registered by hand");
        try (Visit visit = console.as(Person.HANA)) {
            visit.open(opening.rankingPath());
            assertThat(place(visit, 1)).containsText("Robin Known");
            assertThat(place(visit, 2)).containsText("Kim Unheard");
            assertThat(place(visit, 2)).containsText("is not in your registry");

            visit.link("Kim Unheard").first().click();
            assertThat(visit.main()).containsText("unknown issuer");
            visit.link("Register this issuer " + opening.unknownIssuer()).click();
            assertThat(visit.page().locator("#ids")).hasValue(opening.unknownIssuerId());
            assertThat(visit.page().locator("#name")).hasValue(opening.unknownIssuer());
            visit.page().locator("#tier-recognised").check();
            visit.button("Register").click();

            assertThat(visit.page()).hasURL(Pattern.compile(".*" + opening.applicationPath()));
            assertThat(visit.page().locator(".flash")).containsText("is registered as recognised");
            // The page says while it waits that the score is the old one, and when it is not.
            assertThat(visit.page().getByText("being scored again; what you see"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));

            visit.open(opening.rankingPath());
            assertThat(place(visit, 1)).containsText("Kim Unheard");
            assertThat(place(visit, 1)).containsText("All must-haves are proven.");
            visit.open(opening.applicationPath());
            assertThat(visit.main()).containsText("registry of issuers changed");
        }
    }

    @Test
    void revokingABadgeLowersItsHolderAndTheRankingSaysWhy() {
        var revocable = Openings.withABadgeThatMayBeRevoked(console, "Taken back by its issuer");
        Opening opening = revocable.opening();
        try (Visit visit = console.as(Person.RITA)) {
            visit.open(opening.rankingPath());
            assertThat(place(visit, 1)).containsText("Lou Revoked");

            revocable.revocation().run();
            for (int i = 0; i < 120 && place(visit, 2).getByText("Lou Revoked").count() == 0; i++) {
                visit.page().waitForTimeout(500);
                visit.page().reload();
            }

            assertThat(place(visit, 1)).containsText("Robin Known");
            assertThat(place(visit, 2)).containsText("Lou Revoked");
            assertThat(place(visit, 2))
                    .containsText("College of Taken back by its issuer has withdrawn it");
            visit.open(opening.applicationPath());
            assertThat(visit.main()).containsText("credential checked again");
        }
    }

    @Test
    void anIssuerOnTheWaitingListIsRegisteredFromThere() {
        Opening opening = Openings.withAnUnknownIssuer(console, "Seen on the list");
        try (Visit visit = console.as(Person.HANA)) {
            visit.open("/console/trust");
            visit.link("Register " + opening.unknownIssuer()).click();
            assertThat(visit.page().locator("#ids")).hasValue(opening.unknownIssuerId());
            visit.page().locator("#tier-known").check();
            visit.button("Register").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*/console/trust$"));
            assertThat(visit.link("Register " + opening.unknownIssuer())).hasCount(0);
            assertThat(visit.link(opening.unknownIssuer())).isVisible();
        }
    }

    @Test
    void whatAnAchievementShowsCountsOnceSomebodyConfirmsIt() {
        String title = "Read by a person";
        Opening opening = Openings.withAnUnreadAchievement(console, title);
        try (Visit visit = console.as(Person.HANA)) {
            visit.open(opening.applicationPath());
            assertThat(visit.main()).containsText("could not be settled");
            visit.open("/console/trust");
            visit.link("What achievements show").click();
            visit.page()
                    .getByRole(
                            AriaRole.GROUP,
                            new Page.GetByRoleOptions()
                                    .setName(
                                            "Which of these does “Assaying by "
                                                    + title
                                                    + "” show?"))
                    .getByLabel("Assaying")
                    .check();
            visit.button("Confirm what Assaying by " + title + " shows").click();
            assertThat(visit.page().locator(".flash")).containsText("is confirmed");
            assertThat(visit.button("Confirm what Assaying by " + title + " shows")).hasCount(0);

            visit.open(opening.applicationPath());
            assertThat(visit.page().getByText("being scored again; what you see"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
            visit.open(opening.applicationPath());
            assertThat(visit.main()).containsText("what an achievement shows was confirmed anew");
        }
    }

    @Test
    void aWellKnownIssuerIsAdoptedWithATierOfOnesOwn() {
        try (Visit visit = console.as(Person.HANA)) {
            visit.open("/console/trust");
            visit.link("Adopt College Unbound").click();
            assertThat(visit.page().locator("#name")).hasValue("College Unbound");
            assertThat(visit.page().locator("[name=tier]:checked")).hasCount(0);
            visit.page().locator("#tier-known").check();
            visit.button("Register").click();
            assertThat(visit.page()).hasURL(Pattern.compile(".*/console/trust$"));
            assertThat(visit.link("Adopt College Unbound")).hasCount(0);
            assertThat(visit.main()).containsText("Ids as published by");
        }
    }

    @Test
    void whatYourPeopleSawIsRatedByARubricForASkillOfYourOwn() {
        Opening opening = Openings.withAnUnknownIssuer(console, "Seen at work");
        String ledgers = "Ledgers " + UUID.randomUUID();
        try (Visit visit = console.as(Person.HANA)) {
            visit.open("/console/skills/new");
            visit.page().locator("#name").fill(ledgers);
            visit.button("Save").click();
            assertThat(visit.page().locator(".flash")).containsText("is saved");

            visit.open("/console/rubrics/new");
            visit.page().locator("#name").fill("By " + ledgers);
            visit.page().locator("#method-work-sample").check();
            visit.expectRefusal();
            visit.page().locator("#skill").fill("nothing we know");
            visit.page().locator("#criteria").fill("Figures\nnone\nsome\nmost\nall\nmore");
            visit.button("Save").click();
            assertThat(visit.page().locator("#wrongs")).containsText("Skill it shows");
            visit.page().locator("#skill").fill(ledgers);
            visit.button("Save").click();
            assertThat(visit.main()).containsText("By " + ledgers);
            assertThatList(EveryPageIT.seriousFaults(visit.page())).isEmpty();

            visit.open(opening.applicationPath());
            visit.link("What your people saw").click();
            visit.link("By " + ledgers).click();
            visit.page().locator("#rating-0-4").check();
            visit.page().locator("#way-supervised").check();
            visit.page().locator("#performedOn").fill("2026-05-04");
            assertThatList(EveryPageIT.seriousFaults(visit.page())).isEmpty();
            visit.button("Record it").click();
            assertThat(visit.page().locator(".flash")).containsText("It is recorded");
            assertThatList(EveryPageIT.seriousFaults(visit.page())).isEmpty();
            visit.button("Take back By " + ledgers).click();
            assertThat(visit.main()).containsText("taken back");
        }
    }

    @Test
    void aPolicyIsPutInForceAfterItWasSeenWhatItWouldChange() {
        try (Visit visit = console.as(Person.HANA)) {
            visit.open("/console/policies");
            visit.link("Draft a version").click();
            visit.page().locator("#name").fill("Seen in the console");
            visit.page().locator("#reason").fill("To be looked at.");
            visit.expectRefusal();
            visit.page().locator("#known").fill("90");
            visit.button("Save the draft").click();
            assertThat(visit.page().locator("#wrongs")).containsText("An issuer recognised here");
            visit.page().locator("#known").fill("40");
            visit.button("Save the draft").click();
            assertThat(visit.heading("Seen in the console")).isVisible();
            String policy = URI.create(visit.page().url()).getPath();
            assertThat(visit.button("Put in force")).hasCount(0);
            visit.button("See what it would change").click();
            assertThat(visit.heading("What it would change")).isVisible();
            for (int i = 0; i < 120 && visit.button("Put in force").count() == 0; i++) {
                visit.page().waitForTimeout(500);
                visit.page().reload();
            }
            assertThat(visit.main()).containsText("would stand elsewhere");
            assertThatList(EveryPageIT.seriousFaults(visit.page())).isEmpty();
            visit.button("Put in force").click();
            assertThat(visit.page().locator(".flash")).containsText("It is in force");
            assertThat(
                            visit.main()
                                    .locator(
                                            "tr",
                                            new Locator.LocatorOptions()
                                                    .setHasText("Seen in the console")))
                    .containsText("in force");
            visit.open(policy);
            assertThat(visit.button("Put in force")).hasCount(0);
            assertThatList(EveryPageIT.seriousFaults(visit.page())).isEmpty();
        }
    }

    @Test
    void aFaultyEntryIsKeptAsTypedAndNamesTheField() {
        try (Visit visit = console.as(Person.HANA)) {
            visit.expectRefusal();
            visit.open("/console/trust/new?id=http://not-secure.example&name=Faulty");
            visit.page().locator("#tier-trusted").check();
            visit.button("Register").click();
            Locator wrongs = visit.page().locator("#wrongs");
            assertThat(wrongs)
                    .containsText(
                            "Identifiers “http://not-secure.example” must be a DID or an https URL.");
            assertThat(wrongs).isFocused();
            assertThat(visit.page().locator("#ids")).hasValue("http://not-secure.example");
            assertThat(visit.page().locator("#tier-trusted")).isChecked();
        }
    }

    @Test
    void whoComesSecondSeesTheirsBesideTheirOwn() {
        Opening opening = Openings.withAnUnknownIssuer(console, "Edited twice");
        try (Visit first = console.as(Person.HANA);
                Visit second = console.as(Person.HANA)) {
            first.open("/console/trust");
            first.link("Known to Edited twice").click();
            second.open(first.page().url());

            first.page().locator("#note").fill("first note");
            first.button("Save").click();
            assertThat(first.page().locator(".flash")).containsText("is saved");

            second.expectRefusal();
            second.page().locator("#note").fill("second note");
            second.button("Save").click();
            Locator versus = second.page().locator("table.versus");
            assertThat(versus).containsText("first note");
            assertThat(versus).containsText("second note");

            second.button("Replace theirs with mine").click();
            assertThat(second.page().locator(".flash")).containsText("is saved");
            assertThat(second.page().getByText("second note")).isVisible();
            second.open(opening.rankingPath());
        }
    }

    @Test
    void aRecruiterReadsTheRegistryAndLearnsWhoCanChangeIt() {
        try (Visit visit = console.as(Person.RITA)) {
            visit.open("/console/trust");
            assertThat(visit.main()).containsText("An HR admin of this employer can change it.");
            assertThat(
                            visit.main()
                                    .locator(
                                            "form, a[href*='/trust/']:not([href$='/achievements'])"))
                    .hasCount(0);
            visit.openRefused("/console/trust/new", 403);
            assertThat(visit.main()).containsText("Somebody who is HR admin there can.");
        }
    }

    @Test
    void anAuditorSeesNothingToFillIn() {
        Opening opening = Openings.withAnUnknownIssuer(console, "Audited");
        try (Visit visit = console.as(Person.ADA)) {
            for (String page :
                    List.of(
                            "/console",
                            "/console/jobs",
                            opening.rankingPath(),
                            opening.applicationPath(),
                            opening.applicationPath() + "/dossier",
                            opening.applicationPath() + "/interviews",
                            opening.rankingPath().replace("/ranking", "/settings"),
                            "/console/pipeline",
                            "/console/pipeline/tags",
                            "/console/pipeline/reasons",
                            "/console/trust",
                            "/console/policies")) {
                visit.open(page);
                // Choosing whom to compare changes nothing.
                assertThat(
                                visit.main()
                                        .locator(
                                                "form:not(#compare), input:not([form=compare]),"
                                                        + " select, textarea,"
                                                        + " button:not(#compare button)"))
                        .hasCount(0);
            }
            for (String page :
                    List.of(
                            opening.applicationPath() + "/interviews/scorecard",
                            opening.rankingPath().replace("/ranking", "/edit"),
                            "/console/jobs/new",
                            "/console/pipeline/templates/new")) {
                visit.openRefused(page, 403);
            }
            visit.open(opening.applicationPath());
            assertThat(visit.main()).containsText("unknown issuer");
            assertThat(visit.main()).not().containsText("Register this issuer");
        }
    }

    private static Locator place(Visit visit, int rank) {
        return visit.page().locator("table.ranking tbody[id^=row-]").nth(rank - 1);
    }
}
