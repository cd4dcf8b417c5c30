package dev.assay.admin.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Theme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BoardPageTest {

    private static final JobHead JOB =
            new JobHead("j1", "Junior data analyst", Badge.verified("open"), "Data", "board");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void movesWithAFormThatNeedsNoScript(Theme theme) {
        String page = RenderedPage.of("jobs/board", theme, model(null, card(true)));

        assertThat(page)
                .contains("action=\"/console/jobs/j1/board\"", "method=\"post\"")
                .contains("<option value=\"s2\">Panel</option>")
                .contains("Move &lt;b&gt;Kim&lt;/b&gt; to", "for=\"to-a1\"")
                .contains("href=\"/console/jobs/j1/board\"")
                .contains("Nobody stands here.")
                .doesNotContain("style=\"", "onclick=", "<script>", "<b>Kim</b>");
    }

    @Test
    void staysInTheColumnThatIsLookedAt() {
        String page = RenderedPage.of("jobs/board", Theme.LIGHT, model("s1", card(true)));

        assertThat(page)
                .contains("name=\"column\" value=\"s1\"")
                .contains("href=\"/console/jobs/j1/board?column=s1\"");
    }

    @Test
    void offersNoMoveToWhoMayOnlyRead() {
        assertThat(RenderedPage.of("jobs/board", Theme.LIGHT, model(null, card(false))))
                .contains("&lt;b&gt;Kim&lt;/b&gt;")
                .doesNotContain("<select", "Move <");
    }

    private static BoardCard card(boolean mayMove) {
        return new BoardCard(
                "a1",
                "<b>Kim</b>",
                RenderedPage.moment("2026-03-12T08:30:00Z"),
                mayMove ? List.of(new BoardCard.Choice("s2", "Panel")) : List.of());
    }

    private static Map<String, Object> model(@Nullable String only, BoardCard card) {
        List<BoardColumn> columns =
                List.of(
                        new BoardColumn("s1", "Phone screen", "in review", List.of(card)),
                        new BoardColumn("offer", "offer", "", List.of()));
        Map<String, Object> model = new HashMap<>();
        model.put("job", JOB);
        model.put("all", columns);
        model.put("columns", columns);
        model.put("more", false);
        if (only != null) {
            model.put("only", only);
        }
        return model;
    }
}
