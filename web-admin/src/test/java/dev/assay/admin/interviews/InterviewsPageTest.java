package dev.assay.admin.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.applications.ApplicationHead;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Moment;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Tab;
import dev.assay.admin.shell.Theme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InterviewsPageTest {

    private static final Moment WHEN = RenderedPage.moment("2026-03-12T08:30:00Z");
    private static final Moment LATER = RenderedPage.moment("2026-03-12T09:30:00Z");
    private static final String PLACE = "/console/applications/a1/interviews";

    @Test
    void showsWhatInterviewersThinkBesideWhatIsProven() {
        assertThat(render(full(true), List.of()))
                .contains("0.86 → 24.6 of 28.6 points", "strong yes", "rated by a rubric")
                .contains("Joined three &lt;tables&gt;.", "not asked any more")
                .contains("Tom Field", "Calm.")
                .doesNotContain("style=\"", "<script>");
    }

    @Test
    void tellsOfBlindOnesThatTheyAreThereAndNoMore() {
        assertThat(render(full(true), List.of()))
                .contains("One more is in, which you can read once yours is: ", "Ada Quill")
                .contains("href=\"" + PLACE + "/scorecard\"");
    }

    @Test
    void offersToTakeATimeToCallItOffAndAFileForTheCalendar() {
        assertThat(render(full(true), List.of()))
                .contains("action=\"" + PLACE + "/i1/booking\"", "value=\"2026-03-12T08:30:00Z\"")
                .contains("action=\"" + PLACE + "/i1/cancellation\"")
                .contains("href=\"" + PLACE + "/i2/calendar\"")
                .doesNotContain("i1/calendar", "i2/booking", "i3/cancellation", "i3/booking");
    }

    @Test
    void keepsTimesAsTheyWereTyped() {
        String page =
                render(full(true), List.of(new FormFault("slots", "Times must each have a day.")));

        assertThat(page)
                .contains("id=\"slots-wrong\">Times must each have a day.</p>")
                .contains("id=\"from-1\" name=\"from-1\" value=\"09:00\"")
                .contains("value=\"Europe/Madrid\" selected=\"selected\"")
                .doesNotContain("data-zone");
        assertThat(rendered(full(true), null)).contains("data-zone=\"own\"");
    }

    @Test
    void givesWhoReadsOnlyNothingToFillIn() {
        String page = render(full(false), List.of());
        assertThat(page.substring(page.indexOf("<main"), page.indexOf("</main>")))
                .contains("Tom Field", "Calendar file")
                .doesNotContain("<form", "<input", "<button", "/scorecard\"");
    }

    @Test
    void saysWhereNothingIsYet() {
        assertThat(
                        render(
                                new InterviewsPage(
                                        head(), false, false, List.of(), List.of(), List.of(),
                                        List.of()),
                                List.of()))
                .contains("No scorecard is in yet.", "None is planned.");
    }

    private static InterviewsPage full(boolean may) {
        var slot = new InterviewsPage.SlotLine(WHEN, LATER);
        return new InterviewsPage(
                head(),
                may,
                may,
                List.of(
                        new InterviewsPage.Card("Tom Field", "interview", WHEN, "yes", "Calm."),
                        new InterviewsPage.Card("you", "interview", LATER, "mixed", null)),
                List.of(
                        new InterviewsPage.SkillRow(
                                "SQL",
                                Badge.verified("proven"),
                                "0.86 → 24.6 of 28.6 points",
                                List.of(
                                        new InterviewsPage.Impressed(
                                                "strong yes", "Joined three <tables>.", true),
                                        new InterviewsPage.Impressed("", null, false))),
                        new InterviewsPage.SkillRow(
                                "Ledgers",
                                null,
                                null,
                                List.of(
                                        new InterviewsPage.Impressed("no", null, false),
                                        new InterviewsPage.Impressed("", null, false)))),
                List.of("Ada Quill"),
                List.of(
                        interview("i1", Badge.unsure("proposed"), List.of(slot), null, false),
                        interview("i2", Badge.verified("booked"), List.of(), slot, false),
                        interview("i3", Badge.none("called off"), List.of(), null, true)));
    }

    private static InterviewsPage.InterviewLine interview(
            String id,
            Badge state,
            List<InterviewsPage.SlotLine> slots,
            InterviewsPage.@Nullable SlotLine booked,
            boolean over) {
        return new InterviewsPage.InterviewLine(
                id, state, slots, booked, "Room 4", "With Tom.", !slots.isEmpty(), over);
    }

    private static ApplicationHead head() {
        return new ApplicationHead(
                "a1",
                "Amina Diallo",
                "Junior data analyst",
                WHEN,
                List.of(new Crumb("Jobs", "/console/jobs")),
                List.of(
                        new Tab("Score and evidence", "/console/applications/a1", false),
                        new Tab("Interviews", PLACE, true)),
                null);
    }

    private static String render(InterviewsPage page, List<FormFault> faults) {
        return rendered(page, faults);
    }

    private static String rendered(InterviewsPage page, @Nullable List<FormFault> faults) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("faults", faults);
        model.put(
                "form",
                ProposalForm.typed(
                        Map.of("from-1", "09:00", "zone", "Europe/Madrid", "location", "Room 4")));
        model.put("zones", ProposalForm.ZONES);
        return RenderedPage.of("interviews/page", Theme.LIGHT, model);
    }
}
