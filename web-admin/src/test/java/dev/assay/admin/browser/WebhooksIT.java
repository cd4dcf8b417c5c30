package dev.assay.admin.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.assay.hiring.platform.local.SampleRealm.Organization;
import dev.assay.hiring.platform.local.SampleRealm.Person;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.WebhookReceiver;
import dev.assay.hiring.testkit.WebhookReceiver.Reply;
import dev.assay.hiring.webhooks.Endpoint;
import dev.assay.hiring.webhooks.EndpointContent;
import dev.assay.hiring.webhooks.EndpointId;
import dev.assay.hiring.webhooks.WebhookEndpoints;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An endpoint from the form to its removal, with a receiver that is away in between. */
@WithConsole
class WebhooksIT {

    private static final String LONG_NAME =
            "Desk of the Maximiliana-Theodora-Wilhelmine-Konstantinopoulou-Featherstonehaugh office";

    private final ConsoleUnderTest console;

    WebhooksIT(ConsoleUnderTest console) {
        this.console = console;
    }

    @Test
    void anEndpointIsAddedWatchedReplayedAndRemoved() {
        try (WebhookReceiver receiver = WebhookReceiver.open();
                Visit visit = console.as(Person.HANA)) {
            visit.open("/console/webhooks");
            visit.link("Add an endpoint").click();
            visit.expectRefusal();
            fill(visit, "https://10.0.0.7/hook", "job.created, nonsense");
            visit.button("Add").click();
            assertThat(visit.page().locator("#wrongs")).containsText("What it is told must be");
            assertThat(visit.page().locator("#description")).hasValue(LONG_NAME);
            fill(visit, receiver.url(), "job.created");
            visit.button("Add").click();

            assertThat(visit.heading("The secret, shown this once")).isVisible();
            String secret = visit.page().locator("#secret").textContent();
            visit.picture("1280-webhook-secret");
            visit.link("Go on to the endpoint").click();
            assertThat(visit.main()).not().containsText(secret);
            String path = visit.page().url();
            visit.button("Send a ping").click();
            assertThat(visit.page().locator(".flash")).containsText("It answered 204.");
            assertThat(receiver.messages().getFirst().isSignedWith(secret)).isTrue();

            receiver.answering(_ -> new Reply(503, Map.of(), "closed for\nlunch"));
            Openings.withoutApplicants(console, "Told to nobody yet");
            await(visit, path, visit.main().getByText("not answering"));
            assertThat(visit.main()).containsText("It failed once. Everything waits");
            // Another job's may wait behind it.
            assertThat(
                            visit.main()
                                    .locator("tbody tr")
                                    .filter(
                                            new Locator.FilterOptions()
                                                    .setHasText("Sent once. It answered 503.")))
                    .hasCount(1);
            fits(visit, "webhook");
            visit.link("Every try").click();
            assertThat(visit.main()).containsText("closed for lunch");
            assertThat(visit.main()).containsText("Ping");
            fits(visit, "webhook-tries");

            receiver.answering(_ -> Reply.of(200));
            visit.open(path);
            visit.button("Disable").click();
            assertThat(visit.page().locator(".flash")).containsText("told nothing until");
            visit.button("Enable").click();
            await(visit, path + "?state=delivered", row(visit));
            assertThat(row(visit)).containsText("It answered 200.");

            int before = receiver.messages().size();
            row(visit).getByText("Once more").click();
            assertThat(visit.page().locator(".flash")).containsText("One message is sent once");
            Eventually.get(receiver::messages, got -> got.size() > before);
            visit.page().locator("#from").fill("9");
            visit.page().locator("#to").fill("7");
            visit.button("Send these").click();
            assertThat(visit.page().locator(".flash")).containsText("the first not after the last");
            visit.page().locator("#from").fill("1");
            visit.page().locator("#to").fill("9999");
            visit.button("Send these").click();
            assertThat(visit.page().locator(".flash")).containsText("sent once more");

            visit.button("Make another secret").click();
            assertThat(visit.page().locator("#secret")).not().hasText(secret);
            assertThat(visit.main()).containsText("signs beside this one until");
            visit.link("Go on to the endpoint").click();
            visit.button("Remove this endpoint").click();
            assertThat(visit.page().locator(".flash")).containsText("was removed");
            assertThat(visit.main()).not().containsText(receiver.url());
        }
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsShownAndNotLost() {
        WebhookEndpoints endpoints = console.bean(WebhookEndpoints.class);
        Actor hana = console.administratorOf(Organization.HARBOR_ANALYTICS);
        EndpointContent content =
                new EndpointContent(
                        "https://r-" + UUID.randomUUID() + ".receivers.example/hook",
                        Optional.of("Changed twice"),
                        Set.of("dispute.opened"),
                        false);
        Endpoint endpoint = endpoints.add(hana, content).endpoint();
        try (Visit visit = console.as(Person.HANA)) {
            visit.open("/console/webhooks/" + endpoint.id() + "/edit");
            endpoints.change(
                    hana,
                    endpoint.id(),
                    endpoint.version(),
                    new EndpointContent(
                            content.url(), Optional.of("Theirs"), content.types(), false));
            visit.expectRefusal();
            visit.page().locator("#description").fill("Mine");
            visit.button("Save").click();

            assertThat(visit.main()).containsText("Somebody changed this endpoint meanwhile");
            assertThat(visit.main().locator(".wrongs")).containsText("Theirs");
            assertThat(visit.page().locator("#description")).hasValue("Mine");
            fits(visit, "webhook-conflict");
            visit.button("Replace theirs with mine").click();
            assertThat(visit.heading("Mine")).isVisible();
        } finally {
            remove(hana, endpoint.id());
        }
    }

    private static void fill(Visit visit, String url, String types) {
        visit.page().locator("#url").fill(url);
        visit.page().locator("#description").fill(LONG_NAME);
        visit.page().locator("#types").fill(types);
    }

    private void remove(Actor actor, EndpointId id) {
        WebhookEndpoints endpoints = console.bean(WebhookEndpoints.class);
        endpoints.remove(actor, id, endpoints.get(actor, id).version());
    }

    private static Locator row(Visit visit) {
        return visit.main().locator("tbody tr").first();
    }

    private static void fits(Visit visit, String picture) {
        FrameIT.fits(visit, picture);
        assertThat(EveryPageIT.seriousFaults(visit.page())).as(picture).isEmpty();
    }

    /** What happens in the background shows when the page is asked for again. */
    private static void await(Visit visit, String url, Locator shown) {
        visit.page().navigate(url);
        for (int i = 0; i < 240 && shown.count() == 0; i++) {
            visit.page().waitForTimeout(250);
            visit.page().reload();
        }
        assertThat(visit.page()).hasURL(url);
        assertThat(shown.first()).isVisible();
    }
}
