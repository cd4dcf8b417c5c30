package dev.assay.admin.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Tab;
import dev.assay.admin.shell.Theme;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlagsPageTest {

    @Test
    void showsBeforeAndAfterWithAFormForWhoeverDecides() {
        String page = page(true, null);

        assertThat(page)
                .contains(
                        "64.0, now 0.0",
                        "Must-haves: met, now not shown.",
                        "href=\"/console/applications/a1\"",
                        "action=\"/console/flags/f1\"",
                        "name=\"reason\"");
        assertThat(page(false, null)).contains("64.0, now 0.0").doesNotContain("<textarea");
    }

    @Test
    void showsWhyItWasSettledAndAsksNoMore() {
        assertThat(page(true, "Renewed & seen"))
                .contains("Renewed &amp; seen", "Settled")
                .doesNotContain("<textarea");
    }

    private static String page(boolean maySettle, @Nullable String because) {
        return RenderedPage.of(
                "flags/list",
                maySettle ? Theme.LIGHT : Theme.DARK,
                Map.of(
                        "flags",
                        List.of(
                                new FlagRow(
                                        "f1",
                                        "Amina Diallo",
                                        "/console/applications/a1",
                                        "Junior data analyst",
                                        "hired",
                                        "a credential was checked again",
                                        "64.0, now 0.0",
                                        "Must-haves: met, now not shown.",
                                        RenderedPage.moment("2026-03-12T08:30:00Z"),
                                        because == null
                                                ? null
                                                : RenderedPage.moment("2026-03-13T08:30:00Z"),
                                        because)),
                        "tabs",
                        List.of(new Tab("Open", "/console/flags", true)),
                        "settled",
                        because != null,
                        "maySettle",
                        maySettle));
    }
}
