package dev.assay.admin.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Tab;
import dev.assay.admin.shell.Theme;
import dev.assay.hiring.applications.TransitionReason;
import dev.assay.hiring.jobs.JobRule;
import dev.assay.hiring.jobs.StageDraft;
import dev.assay.hiring.jobs.StagePhase;
import dev.assay.hiring.jobs.StageTemplateContent;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelinePagesTest {

    private static final TemplateRow TEMPLATE =
            new TemplateRow(
                    "t1",
                    "<Usual>",
                    List.of("Screen", "Panel"),
                    true,
                    false,
                    RenderedPage.moment("2026-03-12T08:30:00Z"));

    @Test
    void readsStagesUnderTheirPhasesAndWritesThemBack() {
        StagesForm form =
                StagesForm.typed(
                        Map.of(
                                "stages-in-review", " Screen \r\n\r\nPhone",
                                "stages-interview", "Panel"));

        List<StageDraft> drafts = form.drafts();
        assertThat(drafts)
                .containsExactly(
                        StageDraft.of("Screen", StagePhase.IN_REVIEW),
                        StageDraft.of("Phone", StagePhase.IN_REVIEW),
                        StageDraft.of("Panel", StagePhase.INTERVIEW));
        assertThat(StagesForm.of(drafts).drafts()).isEqualTo(drafts);
    }

    @Test
    void refusesStagesThatAreTooManyOrTooLong() {
        assertThat(fields(() -> stages(30).drafts())).isEmpty();
        assertThat(fields(() -> stages(31).drafts())).containsExactly("/stages");
        assertThat(fields(() -> StagesForm.typed(Map.of("stages-new", "a".repeat(101))).drafts()))
                .containsExactly("/stages");
    }

    @Test
    void readsATemplate() {
        assertThat(
                        TemplateForm.typed(
                                        Map.of(
                                                "name",
                                                " Usual ",
                                                "stages-new",
                                                "Screen",
                                                "usual",
                                                "true"),
                                        4)
                                .content())
                .isEqualTo(
                        new StageTemplateContent(
                                "Usual",
                                List.of(StageDraft.of("Screen", StagePhase.NEW)),
                                true,
                                false));
        assertThat(fields(() -> TemplateForm.typed(Map.of("stages-new", "x"), 0).content()))
                .containsExactly("/name");
        assertThat(fields(() -> TemplateForm.typed(Map.of("name", "x"), 0).content()))
                .containsExactly("/stages");
    }

    @ParameterizedTest
    @CsvSource({
        "no-badge, No badge, not-eligible, ''",
        "'', No badge, not-eligible, /code",
        "No badge, No badge, not-eligible, /code",
        "-a, No badge, not-eligible, /code",
        "no-badge, ' ', not-eligible, /label",
        "no-badge, No badge, hired, /refines"
    })
    void readsAReason(String code, String label, String refines, String fault) {
        assertThat(String.join(",", fields(() -> new ReasonForm(code, label, refines).read())))
                .isEqualTo(fault);
    }

    @Test
    void listsTemplatesAndSaysWhetherJobsAreApproved() {
        String page = stagesPage(true, true);
        assertThat(page)
                .contains("&lt;Usual&gt;", "new jobs get it", "Screen · Panel")
                .contains("Somebody else than who asks approves each job")
                .contains("name=\"approval\" value=\"false\"", "/console/pipeline/templates/new");
        assertThat(main(stagesPage(false, false)))
                .contains("Whoever may edit a job may open it.")
                .doesNotContain("<form", "<button", "/templates/");
    }

    @Test
    void showsTheirsBesideWhatWasTyped() {
        Map<String, Object> model = new HashMap<>();
        model.put("form", TemplateForm.typed(Map.of("name", "Mine", "stages-offer", "Terms"), 5));
        model.put("changed", TEMPLATE);
        model.put("theirs", TEMPLATE);
        model.put("trail", List.of());
        assertThat(RenderedPage.of("pipeline/template", Theme.LIGHT, model))
                .contains("Somebody changed this template meanwhile", "Screen · Panel")
                .contains("value=\"Mine\"", ">Terms</textarea>", "Replace theirs with mine")
                .contains("name=\"version\" value=\"5\"");
    }

    @Test
    void retiresWordsAndTakesThemBackIntoUse() {
        String tags = words("pipeline/tags", true, List.of(new FormFault("name", "It is there.")));
        assertThat(tags)
                .contains("action=\"/console/pipeline/tags/w1\"", "name=\"retired\" value=\"true\"")
                .contains("action=\"/console/pipeline/tags/w2\"", "Use again")
                .contains("It is there.", "value=\"typed\" aria-invalid=\"true\"");
        assertThat(words("pipeline/reasons", true, null))
                .contains("action=\"/console/pipeline/reasons/w1\"", "no-badge, counted as")
                .contains("value=\"not-eligible\" selected=\"selected\"");
        for (String template : List.of("pipeline/tags", "pipeline/reasons")) {
            assertThat(main(words(template, false, null)))
                    .contains("&lt;night&gt;")
                    .doesNotContain("<form", "<input", "<button");
        }
    }

    private static String stagesPage(boolean mayEdit, boolean approval) {
        Map<String, Object> model = model(mayEdit);
        model.put("templates", List.of(TEMPLATE));
        model.put("rule", new JobRule(approval, Optional.empty(), new Version(2)));
        return RenderedPage.of("pipeline/stages", Theme.LIGHT, model);
    }

    private static String words(
            String template, boolean mayEdit, @Nullable List<FormFault> faults) {
        Map<String, Object> model = model(mayEdit);
        model.put(
                "rows",
                List.of(
                        new WordRow("w1", "<night>", "no-badge, counted as “x”", false, 1),
                        new WordRow("w2", "day", "", true, 2)));
        model.put("typed", "typed");
        model.put("form", new ReasonForm("a", "b", "not-eligible"));
        model.put("all", TransitionReason.values());
        model.put("faults", faults);
        return RenderedPage.of(template, Theme.LIGHT, model);
    }

    private static Map<String, Object> model(boolean mayEdit) {
        Map<String, Object> model = new HashMap<>();
        model.put("mayEdit", mayEdit);
        model.put("tabs", List.of(new Tab("Stages", "/console/pipeline", true)));
        return model;
    }

    private static StagesForm stages(int count) {
        return StagesForm.typed(
                Map.of(
                        "stages-new",
                        IntStream.range(0, count)
                                .mapToObj(i -> "Stage " + i)
                                .collect(Collectors.joining("\n"))));
    }

    private static String main(String html) {
        return html.substring(html.indexOf("<main"), html.indexOf("</main>"));
    }

    private static List<String> fields(ThrowingCallable call) {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, call);
        return refused == null
                ? List.of()
                : refused.faults().stream().map(InvalidInput.Fault::pointer).toList();
    }
}
