package dev.assay.admin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import dev.assay.admin.browser.Openings.Opening;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import org.junit.jupiter.api.Test;

@WithConsole
class BoardIT {

    private final ConsoleUnderTest console;

    BoardIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void movingSomebodyOnPutsThemInTheNextColumn() {
        Opening opening = Openings.withAnUnknownIssuer(console, "Moved on the board");
        try (Visit visit = console.as(Person.RITA)) {
            visit.open(opening.rankingPath().replace("/ranking", "/board"));
            var first = visit.page().locator(".board-column").first();
            assertThat(first).containsText("Kim Unheard");

            var card =
                    first.locator("li")
                            .filter(new Locator.FilterOptions().setHasText("Kim Unheard"));
            card.locator("select").selectOption(new SelectOption().setLabel("interview"));
            card.locator("button").click();

            assertThat(visit.page().locator(".flash")).containsText("moved");
            assertThat(visit.page().locator(".board-column").nth(2)).containsText("Kim Unheard");
            assertThat(first).not().containsText("Kim Unheard");
        }
    }
}
