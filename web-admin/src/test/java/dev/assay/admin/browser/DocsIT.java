package dev.assay.admin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.platform.openapi.ApiContract;
import dev.assay.hiring.testkit.TestKeycloak;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page that shows the API's document, seen by somebody without a session. */
@WithConsole
class DocsIT {

    /** Swagger UI reads and shows some hundred operations, which takes a busy machine long. */
    private static final double PATIENCE = 60_000;

    private static final String TAGS = ".opblock-tag";
    private static final String SKILLS = "#operations-tag-Skills";

    private final ConsoleUnderTest console;

    DocsIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void showsEveryOperationToAnybodyAndIsAccessibleWhereItIsOurs() {
        List<String> tags =
                ApiContract.assemble()
                        .document()
                        .path("paths")
                        .valueStream()
                        .flatMap(path -> path.valueStream())
                        .map(operation -> operation.path("tags").path(0).asString())
                        .toList();
        try (Visit visit = console.stranger()) {
            Response response = visit.open("/docs");

            assertThat(visit.heading("Assay API")).isVisible();
            assertThat(visit.page().locator(TAGS))
                    .hasCount(
                            (int) tags.stream().distinct().count(),
                            new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
            // What is in there is Swagger UI's: no page of ours, and larger than all of them.
            assertThat(EveryPageIT.seriousFaultsBeside(visit.page(), "#swagger-ui"))
                    .noneMatch(fault -> fault.contains("docs-head") || fault.contains("html"));
            visit.page().locator(SKILLS).click();
            assertThat(visit.page().locator(".opblock"))
                    .hasCount((int) tags.stream().filter("Skills"::equals).count());
            assertThat(visit.page().locator("script:not([src]), style").count()).isZero();
            assertThat(response.headers().get("content-security-policy"))
                    .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(response.headers()).containsEntry("x-content-type-options", "nosniff");
            visit.picture("docs");
        }
    }

    @Test
    void triesACallWithATokenThatWasPasted() {
        try (Visit visit = console.stranger()) {
            visit.open("/docs");
            visit.page().setDefaultTimeout(PATIENCE);
            visit.page().locator(".auth-wrapper .authorize").first().click();
            visit.page()
                    .locator("#auth-bearer-value")
                    .fill(TestKeycloak.get().tokenOf(Person.RITA));
            visit.page().locator(".auth-btn-wrapper .authorize").click();
            visit.page().locator(".auth-btn-wrapper .btn-done").click();
            visit.page().locator(SKILLS).click();
            Locator search = visit.page().locator("#operations-Skills-searchSkills");
            search.locator(".opblock-summary-control").click();
            search.locator(".try-out__btn").click();
            search.locator(".execute").click();

            Locator answer = search.locator(".live-responses-table");
            assertThat(answer.locator(".response .response-col_status")).containsText("200");
            assertThat(answer).containsText("SQL");
        }
    }
}
