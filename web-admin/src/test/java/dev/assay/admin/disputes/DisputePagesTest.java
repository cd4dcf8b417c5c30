package dev.assay.admin.disputes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Crumb;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.Moment;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Tab;
import dev.assay.admin.shell.Theme;
import dev.assay.hiring.candidates.ProfileCorrection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DisputePagesTest {

    private static final Moment WHEN = RenderedPage.moment("2026-03-12T08:30:00Z");

    @Test
    void listsThemWithTheirDeadlines() {
        Map<String, Object> model = new HashMap<>();
        model.put(
                "disputes",
                List.of(
                        new DisputeRow(
                                "d1",
                                "<b>Amina</b>",
                                "Junior data analyst",
                                "A credential",
                                Badge.failed("overdue"),
                                WHEN,
                                WHEN)));
        model.put("tabs", List.of(new Tab("To be answered", "/console/disputes", true)));
        model.put("answered", false);
        model.put("next", "abc");

        assertThat(RenderedPage.of("disputes/list", Theme.DARK, model))
                .contains("href=\"/console/disputes/d1\"", "overdue", "&lt;b&gt;Amina")
                .contains("after=abc")
                .doesNotContain("<b>Amina");
    }

    @Test
    void whoMayAnswerIsAskedForAllOfIt() {
        assertThat(page(true, null))
                .contains("Quayside &lt;is&gt; accredited.", "Score when it was received")
                .contains("action=\"/console/disputes/d1\"", "name=\"outcome\"", "name=\"answer\"")
                .contains("value=\"Diallo\"")
                .doesNotContain("takeBack", "Answered");
        assertThat(page(false, null)).contains("Quayside").doesNotContain("<textarea");
    }

    @Test
    void showsWhatWasAnswered() {
        assertThat(page(false, "We have registered it."))
                .contains("the candidate is right", "We have registered it.", "Answered");
    }

    @Test
    void anAnswerPutsNothingRightWithoutANameToPutThere() {
        assertThat(new AnswerForm("upheld", "Yes", " ", "Diallo", null, null).profile()).isEmpty();
        assertThat(new AnswerForm("upheld", "Yes", " Amina ", "Diallo", " ", null).profile())
                .contains(new ProfileCorrection("Amina", "Diallo", null));
    }

    @Test
    void whatCouldNotBeSentIsStillThere() {
        var typed = new AnswerForm("partly-upheld", "We <look>.", "Ami", "Dial", "1", "yes");

        assertThat(page(true, null, typed, "Please choose."))
                .contains("id=\"partly\" value=\"partly-upheld\" checked=\"checked\"")
                .contains("We &lt;look&gt;.</textarea>", "id=\"answer-wrong\">Please choose.")
                .contains("value=\"Ami\"", "value=\"Dial\"", "aria-invalid=\"true\"");
        assertThat(page(false, "Answered.", typed, "Somebody was faster."))
                .contains("What you had written", "We &lt;look&gt;.", "Somebody was faster.");
        assertThat(page(true, null)).doesNotContain("checked=", "What you had written");
    }

    private static String page(boolean mayAnswer, @Nullable String answer) {
        return page(mayAnswer, answer, AnswerForm.EMPTY, null);
    }

    private static String page(
            boolean mayAnswer, @Nullable String answer, AnswerForm typed, @Nullable String fault) {
        return RenderedPage.of(
                "disputes/dispute",
                Theme.LIGHT,
                Map.of(
                        "form",
                        typed,
                        "faults",
                        fault == null ? List.of() : List.of(new FormFault("answer", fault)),
                        "trail",
                        List.of(new Crumb("Disputes", "/console/disputes")),
                        "page",
                        new DisputePage(
                                "d1",
                                "Amina Diallo",
                                "/console/applications/a1",
                                "Junior data analyst",
                                "A credential: SQL",
                                Badge.unsure("to be answered"),
                                WHEN,
                                WHEN,
                                "Quayside <is> accredited.",
                                "Score when it was received: 0.0; now: 64.0.",
                                answer == null ? null : "Answer: the candidate is right",
                                answer,
                                answer == null ? null : WHEN,
                                mayAnswer,
                                true,
                                false,
                                "Amina",
                                "Diallo",
                                "")));
    }
}
