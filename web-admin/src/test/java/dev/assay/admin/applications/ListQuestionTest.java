package dev.assay.admin.applications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.FormFault;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Theme;
import dev.assay.hiring.intake.ApplicationField;
import dev.assay.hiring.intake.ApplicationOrder;
import dev.assay.hiring.shared.InvalidInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListQuestionTest {

    private static final ListQuestion QUESTION =
            ListQuestion.asked(
                    Map.of(
                            "q", List.of(" Zoë & Co "),
                            "phase", List.of("new", "", "offer"),
                            "jobId", List.of(""),
                            "sort", List.of("-score"),
                            "name", List.of("is no field")));

    @Test
    void asksOnlyWhatWasFilledIn() {
        assertThat(QUESTION.filter())
                .isEqualTo(Map.of("q", List.of("Zoë & Co"), "phase", List.of("new", "offer")));
        assertThat(QUESTION.order()).isEqualTo(ApplicationOrder.BEST);
        assertThat(QUESTION.isNarrow()).isTrue();
        assertThat(ListQuestion.asked(Map.of()).order()).isEqualTo(ApplicationOrder.NEWEST);
        assertThat(ListQuestion.asked(Map.of("sort", List.of("-score"))).isNarrow()).isFalse();
    }

    @Test
    void standsInTheAddressAsItWasAsked() {
        assertThat(QUESTION.href(Optional.of("a+b")))
                .startsWith("/console/applications?")
                .contains("q=Zo%C3%AB%20%26%20Co", "phase=new&", "phase=offer", "sort=-score")
                .endsWith("&after=a%2Bb");
    }

    @Test
    void isSavedWithoutWordsAndAskedAgainAsItWasSaved() {
        ListQuestion again = ListQuestion.of(QUESTION.saved("Nights", true));

        assertThat(again.filter()).isEqualTo(Map.of("phase", List.of("new", "offer")));
        assertThat(again.order()).isEqualTo(ApplicationOrder.BEST);
    }

    @Test
    void refusesWhatTheListDoesNotTake() {
        assertThatThrownBy(() ->
                        ListQuestion.asked(Map.of("phase", List.of("hire"))).applicationFilter())
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ListQuestion.asked(Map.of("sort", List.of("name"))).order())
                .isInstanceOf(InvalidInput.class);
    }

    /** Every field can be at fault, and then its label is needed. */
    @ParameterizedTest
    @EnumSource(ApplicationField.class)
    void canNameEveryField(ApplicationField field) {
        assertThat(RenderedPage.words().say("applications.field." + field.wireName())).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(ApplicationOrder.class)
    void canNameEveryOrder(ApplicationOrder order) {
        assertThat(RenderedPage.words().say("applications.order." + order.wireName())).isNotEmpty();
    }

    @Test
    void showsWhatWasFoundAndWhatIsSaved() {
        assertThat(page(List.of(row()), true, null))
                .contains("&lt;Amina&gt;", "82.4", "something came to light")
                .contains("value=\"Zoë &amp; Co\"", "<option value=\"new\" selected=\"selected\">")
                .contains("<input type=\"hidden\" name=\"phase\" value=\"offer\">")
                .contains("href=\"/console/applications?phase=new\"", "searches/s1/removal")
                .doesNotContain("searches/s2/removal", "<Amina>");
    }

    @Test
    void saysWhenNothingIsLikeThatAndWhatIsWrongWithTheQuestion() {
        assertThat(page(List.of(), false, List.of(new FormFault("minScore", "Score is odd."))))
                .contains("No application is like that", "href=\"#minScore\">Score is odd.")
                .doesNotContain("/console/applications/searches\"");
    }

    private static ListedRow row() {
        return new ListedRow(
                "a1",
                "<Amina>",
                "Junior data analyst",
                Badge.none("new"),
                "82.4",
                Badge.verified("met"),
                RenderedPage.moment("2026-03-12T08:30:00Z"),
                true);
    }

    private static String page(
            List<ListedRow> rows, boolean maySave, @Nullable List<FormFault> faults) {
        Map<String, Object> model = new HashMap<>();
        var phases = List.of(new ListController.Choice("new", "new"));
        model.put("rows", rows);
        model.put("next", null);
        model.put("question", QUESTION);
        model.put("trail", List.of());
        model.put("jobs", List.of(new ListController.Choice("j1", "Junior data analyst")));
        model.put("phases", phases);
        model.put("musts", List.of(new ListController.Choice("met", "met")));
        model.put("tags", List.of());
        model.put("orders", List.of(new ListController.Choice("-score", "best first")));
        model.put("maySave", maySave);
        model.put(
                "saved",
                maySave
                        ? List.of(
                                saved("s1", "/console/applications?phase=new", true),
                                saved("s2", "/console/applications?phase=offer", false))
                        : List.of());
        model.put("faults", faults);
        return RenderedPage.of("applications/list", Theme.LIGHT, model);
    }

    private static ListController.Saved saved(String id, String href, boolean mine) {
        return new ListController.Saved(id, "Nights", href, !mine, "you", mine, 1);
    }
}
