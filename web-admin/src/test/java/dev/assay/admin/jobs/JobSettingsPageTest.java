package dev.assay.admin.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.pipeline.StagesForm;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Moment;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Theme;
import dev.assay.hiring.jobs.EarlierBecause;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.QuestionKind;
import dev.assay.hiring.jobs.WorkplaceType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobSettingsPageTest {

    private static final Moment WHEN = RenderedPage.moment("2026-03-12T08:30:00Z");
    private static final JobHead HEAD =
            new JobHead("j1", "Analyst", Badge.none("draft"), "Data", "settings");
    private static final List<JobSettings.WarningLine> WARNINGS =
            List.of(
                    new JobSettings.WarningLine("title", "This may tell people.", "<young>"),
                    new JobSettings.WarningLine("salary", "No pay range is given.", null));

    @Test
    void saysInPlainWordsWhatToLookAtAgain() {
        assertThat(settings(true, approval(true, false), List.of()))
                .contains("The title", "“<span dir=\"auto\">&lt;young&gt;</span>”")
                .contains("No pay range is given.", "href=\"/console/jobs/j1/edit\"")
                .doesNotContain("style=\"", "<script>");
    }

    @Test
    void saysBesidePublishingWhatABoardWouldRefuse() {
        assertThat(settings(true, null, List.of()))
                .contains("would refuse it", "Name the city.")
                .contains("Name yourself.</span> <a href=\"/console/profile\">")
                .contains("href=\"/jobs/harbor/analyst-1\"");
    }

    @Test
    void keepsStagesAPhaseAField() {
        assertThat(settings(true, null, List.of()))
                .contains("name=\"stages-in-review\"", ">Screen\nPanel</textarea>")
                .contains("<option value=\"t1\">Usual</option>")
                .contains("action=\"/console/jobs/j1/settings/questions/q1/retirement\"")
                .contains("name=\"status\" value=\"open\"", "Open it to applicants");
    }

    @Test
    void letsOneAskAndAnotherAnswer() {
        assertThat(settings(true, approval(true, false), List.of()))
                .contains("value=\"requested\"", "the job was changed since")
                .doesNotContain("value=\"approved\"");
        assertThat(settings(true, approval(false, true), List.of()))
                .contains("value=\"approved\"", "value=\"declined\"")
                .doesNotContain("value=\"requested\"");
    }

    @Test
    void saysUntilWhenApplicationsAreReviewedBlind() {
        assertThat(settings(true, null, List.of()))
                .contains("action=\"/console/jobs/j1/settings/blind\"")
                .contains(
                        "<option value=\"s1\" selected=\"selected\">interview: &lt;Panel&gt;</option>")
                .contains("<option value=\"contact\">");
        assertThat(settings(false, null, List.of())).contains("until interview: &lt;Panel&gt;");
    }

    @Test
    void givesWhoReadsOnlyNothingToFillIn() {
        String page = settings(false, null, List.of());
        assertThat(page.substring(page.indexOf("<main"), page.indexOf("</main>")))
                .contains("Screen", "Which shift?", "No pay range is given.")
                .doesNotContain("<form", "<input", "<textarea", "<button", "/edit\"");
    }

    @Test
    void saysAtTheFieldWhatIsWrongWithAQuestion() {
        assertThat(settings(true, null, List.of(new FormFault("options", "Options must be two."))))
                .contains("id=\"options-wrong\">Options must be two.</p>", ">typed</textarea>");
    }

    @Test
    void putsEachWarningBesideItsField() {
        String page = form(JobForm.empty(), null);
        assertThat(page.indexOf("&lt;young&gt;"))
                .isBetween(page.indexOf("id=\"title\""), page.indexOf("id=\"description\""));
        assertThat(page.indexOf("No pay range is given."))
                .isBetween(page.indexOf("id=\"payMin\""), page.indexOf("id=\"locations\""));
    }

    @Test
    void keepsWhatWasTyped() {
        Map<String, String> typed = new HashMap<>();
        typed.put("title", "An \"analyst\"");
        typed.put("employmentType", "INTERN");
        typed.put("skill-4", "SQL");
        typed.put("importance-4", "5");
        typed.put("must-4", "true");
        typed.put("city-1", "Lugo");
        String page =
                form(JobForm.typed(typed, 0), List.of(new FormFault("title", "Title is odd.")));

        assertThat(page)
                .contains("value=\"An &quot;analyst&quot;\" aria-invalid=\"true\"")
                .contains("id=\"title-wrong\">Title is odd.</p>")
                .contains("<option value=\"INTERN\" selected=\"selected\">")
                .contains(
                        "name=\"skill-0\" maxlength=\"2000\" dir=\"auto\" autocomplete=\"off\" value=\"SQL\"")
                .contains("id=\"must-0\" name=\"must-0\" value=\"true\" checked=\"checked\"")
                .contains("value=\"Lugo\"", "action=\"/console/jobs\"");
    }

    private static JobSettings.Approval approval(boolean mayAsk, boolean mayAnswer) {
        return new JobSettings.Approval(
                List.of(
                        new JobSettings.Step("Asked for", "Rita Moss", WHEN, null, true),
                        new JobSettings.Step("Declined", "Hana Field", WHEN, "Say more.", true)),
                mayAsk,
                mayAnswer);
    }

    private static String settings(
            boolean mayEdit, JobSettings.@Nullable Approval approval, List<FormFault> faults) {
        Map<String, Object> model = new HashMap<>();
        model.put("job", HEAD);
        model.put(
                "settings",
                new JobSettings(
                        mayEdit,
                        3,
                        mayEdit ? List.of("open") : List.of(),
                        WARNINGS,
                        List.of(
                                new OutletLine(
                                        "A board",
                                        Badge.failed("would refuse it"),
                                        List.of(
                                                new OutletLine.Reason("Name the city.", false),
                                                new OutletLine.Reason("Name yourself.", true)))),
                        "/jobs/harbor/analyst-1",
                        approval,
                        new JobSettings.Blind(
                                "s1",
                                List.of(
                                        new JobSettings.Template("interview", "interview"),
                                        new JobSettings.Template("s1", "interview: <Panel>")),
                                true),
                        List.of(new JobSettings.Template("t1", "Usual")),
                        List.of(
                                new JobSettings.QuestionLine(
                                        "q1",
                                        "Which shift?",
                                        "one of several",
                                        List.of("day", "night"),
                                        true))));
        model.put("parts", StagesForm.typed(Map.of("stages-in-review", "Screen\nPanel")).parts());
        model.put("question", QuestionForm.typed(Map.of("options", "typed")));
        model.put("kinds", QuestionKind.values());
        model.put("because", EarlierBecause.values());
        model.put("faults", faults);
        return RenderedPage.of("jobs/settings", Theme.LIGHT, model);
    }

    private static String form(JobForm form, @Nullable List<FormFault> faults) {
        Map<String, Object> model = new HashMap<>();
        model.put("form", form);
        model.put("job", null);
        model.put("frozen", false);
        model.put("warnings", WARNINGS);
        model.put("workplaces", WorkplaceType.values());
        model.put("employments", new JobWords(RenderedPage.words()).employments());
        model.put("units", PayRange.PayUnit.values());
        model.put("trail", List.of(new Crumb("Jobs", "/console/jobs")));
        model.put("faults", faults);
        return RenderedPage.of("jobs/form", Theme.LIGHT, model);
    }
}
