package dev.assay.admin.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One person's visit with a browser window of its own. Whatever the browser complains of (errors of
 * scripts, violations of the content security policy, files that are not there) is kept, and ending
 * the visit fails on it.
 */
final class Visit implements AutoCloseable {

    // A page that says "not found" comes with that status, which the browser notes.
    private static final Pattern STATUS_OF_THE_PAGE =
            Pattern.compile(
                    "Failed to load resource: the server responded with a status of 4\\d\\d.*");

    /** Pictures are for people, who ask for them; the tests look at the pages themselves. */
    private static final boolean PICTURES = Boolean.getBoolean("assay.test.pictures");

    /** How long a page may take, in milliseconds. */
    static final double PATIENCE = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private boolean refusalExpected;

    Visit(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        context.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.addInitScript(
                "document.addEventListener('securitypolicyviolation', e =>"
                        + " console.error('CSP: ' + e.violatedDirective + ' ' + e.blockedURI))");
    }

    Page page() {
        return page;
    }

    /** Goes to an address that answers well. */
    Response open(String path) {
        Response response = Objects.requireNonNull(page.navigate(path));
        assertThat(response.status()).as(path).isEqualTo(200);
        return response;
    }

    /** Goes to an address that refuses, with this status. */
    Response openRefused(String path, int status) {
        refusalExpected = true;
        Response response = Objects.requireNonNull(page.navigate(path));
        assertThat(response.status()).as(path).isEqualTo(status);
        return response;
    }

    /** From here on an answer may be a refusal. */
    void expectRefusal() {
        refusalExpected = true;
    }

    /** Fills in Keycloak's pages: first who, for that may decide how; then the password. */
    void signIn(Person person) {
        page.locator("#username").fill(person.username());
        page.locator("#kc-login").click();
        page.locator("#password").fill(person.username());
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(".*/console.*"));
    }

    Locator link(String name) {
        return named(AriaRole.LINK, name);
    }

    Locator button(String name) {
        return named(AriaRole.BUTTON, name);
    }

    Locator heading(String name) {
        return named(AriaRole.HEADING, name);
    }

    private Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator main() {
        return page.locator("main");
    }

    /**
     * Keeps a picture of the whole page under {@code target/screens}, for people to look at; when
     * asked to, by {@code -Dassay.test.pictures=true}.
     */
    void picture(String name) {
        keep(name, new Page.ScreenshotOptions().setFullPage(true));
    }

    /** Keeps a picture of what the window shows. */
    void view(String name) {
        keep(name, new Page.ScreenshotOptions());
    }

    private void keep(String name, Page.ScreenshotOptions options) {
        if (PICTURES) {
            page.screenshot(options.setPath(Path.of("target", "screens", name + ".png")));
        }
    }

    /** Fails on what the browser complained of up to here, and begins anew. */
    void expectNoComplaint() {
        List<String> unexpected =
                complaints.stream()
                        .filter(text ->
                                !refusalExpected || !STATUS_OF_THE_PAGE.matcher(text).matches())
                        .toList();
        complaints.clear();
        refusalExpected = false;
        assertThat(unexpected).as("what the browser complained of").isEmpty();
    }

    @Override
    public void close() {
        context.close();
        expectNoComplaint();
    }
}
