package dev.assay.hiring.webhooks;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.HiringApplication;
import dev.assay.hiring.platform.events.EventLog;
import dev.assay.hiring.platform.fetch.Receivers;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.Events;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.WebhookReceiver;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How fast events that wait reach webhook endpoints, and how much hostile receivers take from the
 * others: {@code ./assay bench --webhooks [events]}. Node, receivers and PostgreSQL share one
 * machine. Prints the rows of docs/benchmarks.md.
 */
public final class WebhooksAtLoad {

    private static final int USUAL = 2_000;
    private static final int WARM_UP = 1_000;
    private static final int SEVERAL = 8;
    private static final int ROUNDS = 3;
    private static final int A_TRANSACTION = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ApplicationUnderTest node;
    private final int events;

    private WebhooksAtLoad(ApplicationUnderTest node, int events) {
        this.node = node;
        this.events = events;
    }

    /** Runs everything; the argument is how many events wait for each endpoint. */
    @SuppressWarnings("IllegalCatch") // the edge of a program: whatever it was, it is to end
    public static void main(String[] arguments) {
        int events = arguments.length > 0 ? Integer.parseInt(arguments[0]) : USUAL;
        int code = 1;
        try (TestDatabase database = TestDatabase.migrated();
                ApplicationUnderTest node =
                        ApplicationUnderTest.start(
                                HiringApplication.class,
                                database,
                                URI.create("http://localhost:9/realms/none"),
                                // Lanes to hostile receivers are still open when all is measured.
                                "logging.level.root=off")) {
            new WebhooksAtLoad(node, events).measure();
            code = 0;
        } catch (RuntimeException failure) {
            System.err.println("Not measured to the end: " + failure);
        }
        // The receivers' servers have threads of their own, which would go on.
        System.exit(code);
    }

    private void measure() {
        drain(1, WARM_UP, List.of());
        double one = best(1, List.of());
        row("one endpoint, %,d events wait".formatted(events), one);
        // Alternately, so that whatever else the machine does hits both sides.
        List<Double> alone = new ArrayList<>();
        List<Double> beside = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(drain(SEVERAL, events, List.of()));
            beside.add(drain(SEVERAL, events, hostile()));
        }
        row("%d endpoints, %,d events wait for each".formatted(SEVERAL, events), median(alone));
        row("the same beside %d hostile receivers".formatted(hostile().size()), median(beside));
        System.out.printf(
                Locale.ROOT,
                "| hostile receivers leave the others | %.0f %% of their throughput |%n",
                100 * median(beside) / median(alone));
    }

    private double best(int endpoints, List<String> hostile) {
        List<Double> all = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            all.add(drain(endpoints, events, hostile));
        }
        return median(all);
    }

    /**
     * Deliveries a second to the good ones, from when all are enabled until each has everything.
     */
    private double drain(int endpoints, int count, List<String> hostile) {
        Actor.Person admin = employer();
        var service = new Actor.Service(admin.employer(), "bench");
        WebhookEndpoints facade = node.bean(WebhookEndpoints.class);
        List<WebhookReceiver> receivers = new ArrayList<>();
        List<Endpoint> added = new ArrayList<>();
        try {
            for (int i = 0; i < endpoints; i++) {
                receivers.add(WebhookReceiver.open());
                added.add(add(facade, admin, receivers.getLast().url()));
            }
            hostile.forEach(url -> added.add(add(facade, admin, url)));
            tell(service, count);
            long begin = System.nanoTime();
            for (Endpoint endpoint : added) {
                facade.change(
                        admin, endpoint.id(), endpoint.version(), endpoint.content().enabled(true));
            }
            until(() ->
                    receivers.stream().allMatch(receiver -> receiver.messages().size() >= count));
            double seconds = (System.nanoTime() - begin) / 1e9;
            for (Endpoint endpoint : added) {
                Endpoint now = facade.get(admin, endpoint.id());
                facade.change(admin, now.id(), now.version(), now.content().enabled(false));
            }
            return endpoints * count / seconds;
        } finally {
            receivers.forEach(WebhookReceiver::close);
        }
    }

    private static Endpoint add(WebhookEndpoints facade, Actor admin, String url) {
        return facade.add(
                        admin,
                        new EndpointContent(url, Optional.empty(), Set.of("bench.happened"), false))
                .endpoint();
    }

    private Actor.Person employer() {
        EmployerId id = new EmployerId(NewIds.next());
        node.bean(Employers.class).establish(id, "bench-" + id, "Bench", "bench-" + id);
        return new Actor.Person(id, UUID.randomUUID(), Set.of(EmployerRole.HR_ADMIN));
    }

    /** Tells of so much, and waits until all of it has its number. */
    private void tell(Actor.Service service, int count) {
        TenantTransaction transactions = node.bean(TenantTransaction.class);
        Events outbox = node.bean(Events.class);
        EventLog log = node.bean(EventLog.class);
        long before = log.head(service);
        for (int told = 0; told < count; told += A_TRANSACTION) {
            int some = Math.min(A_TRANSACTION, count - told);
            transactions.in(
                    service,
                    () -> {
                        for (int i = 0; i < some; i++) {
                            outbox.emit(
                                    service,
                                    "bench.happened",
                                    "bench",
                                    UUID.randomUUID(),
                                    Map.of("number", i));
                        }
                    });
        }
        until(() -> log.head(service) >= before + count);
    }

    /** Says nothing, drips, never ends, redirects inside, says yes and hangs up: two of each. */
    private static List<String> hostile() {
        List<String> urls = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            urls.add(Receivers.hostile((_, _) -> park(Duration.ofSeconds(60))));
            urls.add(
                    Receivers.hostile((_, out) -> {
                        while (true) {
                            say(out, "H");
                            park(Duration.ofMillis(50));
                        }
                    }));
            urls.add(
                    Receivers.hostile((_, out) -> {
                        say(out, "HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n");
                        while (true) {
                            say(out, "1000\r\n" + "a".repeat(0x1000) + "\r\n");
                        }
                    }));
            urls.add(
                    Receivers.hostile((_, out) ->
                            say(
                                    out,
                                    "HTTP/1.1 302 There\r\nLocation: https://10.0.0.7/\r\nContent-Length: 0\r\n\r\n")));
            urls.add(
                    Receivers.hostile((_, out) ->
                            say(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx")));
        }
        return urls;
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("not done within " + PATIENCE);
            }
            park(Duration.ofMillis(20));
        }
    }

    private static void park(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void row(String what, double perSecond) {
        System.out.printf(Locale.ROOT, "| %s | %,.0f deliveries/s |%n", what, perSecond);
    }
}
