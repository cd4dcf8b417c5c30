package dev.assay.hiring.webhooks;

import dev.assay.hiring.platform.fetch.FetchFault;
import dev.assay.hiring.platform.fetch.Posted;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.webhooks.ReceiverReport.Check;
import dev.assay.hiring.webhooks.ReceiverReport.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Tries out a webhook endpoint from outside, with nothing but its secret: whether it takes what is
 * signed, quickly and however often, and refuses what is not. Refusals count only for an endpoint
 * that takes something: one that refuses everything has checked nothing.
 */
public final class ReceiverCheck {

    /** As long as an answer may take; deliveries wait a little longer. */
    public static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final String PING =
            "{\"type\":\"webhook.ping\",\"data\":{\"from\":\"partner-check\"}}";
    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final Duration LONG_AGO = Duration.ofMinutes(10);
    private static final int LONG = 19_000;
    private static final int SAYS_MUCH = 2_048;
    private static final int GONE = 410;

    /** So many characters of what an endpoint says are told of each answer. */
    private static final int WORDS = 80;

    private final Poster receiver;
    private final EndpointKeys keys;
    private final EndpointKeys foreign;
    private final Clock clock;
    private final Duration patience;
    private boolean takes;
    private boolean redirects;
    private boolean saysMuch;
    private long slowestMillis;

    private ReceiverCheck(
            Poster receiver,
            EndpointKeys keys,
            SecureRandom random,
            Clock clock,
            Duration patience) {
        this.receiver = receiver;
        this.keys = keys;
        this.foreign = EndpointKeys.make(random).keys();
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Sends a dozen messages, one after the other.
     *
     * @param receiver posts to the endpoint
     * @param secret as the receiver has it, beginning {@code whsec_}
     * @param patience how long to wait for each answer
     * @throws IllegalArgumentException when that is no secret
     */
    public static ReceiverReport of(
            Poster receiver, String secret, SecureRandom random, Clock clock, Duration patience) {
        return new ReceiverCheck(
                        receiver, EndpointKeys.withSecret(secret, random), random, clock, patience)
                .run();
    }

    private ReceiverReport run() {
        WebhookMessage first = message(PING);
        Posted answer = send(first.body(), signed(first, now()));
        takes = isTaken(answer);
        List<Check> checks = new ArrayList<>();
        checks.add(
                new Check(
                        "takes a signed event",
                        takes ? Outcome.PASSED : outcomeOf(answer),
                        said(answer) + firstAdvice(answer)));
        for (Probe probe : probes(first)) {
            checks.add(
                    answer instanceof Posted.Failed
                            ? new Check(
                                    probe.name(),
                                    Outcome.UNCHECKED,
                                    "not tried: the first message was not answered")
                            : probe.run().apply(probe.name()));
        }
        return new ReceiverReport(checks);
    }

    private List<Probe> probes(WebhookMessage first) {
        WebhookMessage rotated = message(PING);
        WebhookMessage bytes =
                message(
                        "{ \"type\":\"webhook.ping\",\n  \"data\" : {\"text\":\"Zo\u00eb \\u00e9 \\/ 1.0 \ud83d\udca1\"} }");
        WebhookMessage large =
                message(
                        "{\"type\":\"webhook.ping\",\"data\":{\"text\":\"%s\"}}"
                                .formatted("a".repeat(LONG)));
        WebhookMessage unused = message("{\"type\":\"webhook.partner-check\",\"data\":{}}");
        WebhookMessage unknown = ofNobody();
        WebhookMessage other = message(PING);
        return List.of(
                taking(
                        "takes it again",
                        first,
                        now -> signed(first, now),
                        "a message comes again, under the same webhook-id, whenever its answer was"
                                + " lost: answer 2xx, and do it once"),
                taking(
                        "finds its signature",
                        rotated,
                        now ->
                                headers(
                                        rotated.id(),
                                        now,
                                        foreign.signatures(
                                                        rotated.id(), seconds(now), rotated.body())
                                                + " "
                                                + keys.signatures(
                                                        rotated.id(),
                                                        seconds(now),
                                                        rotated.body())),
                        "while a secret is changed there are several signatures, with spaces between:"
                                + " one that fits is enough, wherever it stands"),
                taking(
                        "reads bytes as they come",
                        bytes,
                        now -> signed(bytes, now),
                        "check the signature over the bytes of the body, before anything parses and"
                                + " writes them anew"),
                taking(
                        "takes nearly 20 kB",
                        large,
                        now -> signed(large, now),
                        "a message has up to 20 kB: raise the limit"),
                advising(
                        "takes unused types",
                        unused,
                        "new types come without notice: answer 2xx to what you do not use"),
                advising(
                        "takes unknown subjects",
                        unknown,
                        "of an application it does not know: answer 2xx, and see to it afterwards;"
                                + " what you refuse comes again for three days"),
                refusing(
                        "refuses foreign secrets",
                        other.body(),
                        now ->
                                headers(
                                        other.id(),
                                        now,
                                        foreign.signatures(other.id(), seconds(now), other.body())),
                        "anybody can have it believe anything: check webhook-signature"),
                refusing(
                        "refuses changed bodies",
                        PING.replace("ping", "pong").getBytes(StandardCharsets.UTF_8),
                        now -> signed(other, now),
                        "compute the signature over the body too"),
                refusing(
                        "refuses changed ids",
                        other.body(),
                        now ->
                                headers(
                                        NewIds.next(),
                                        now,
                                        keys.signatures(other.id(), seconds(now), other.body())),
                        "compute the signature over webhook-id too, or an old message passes for a new"
                                + " one"),
                refusing(
                        "refuses old messages",
                        other.body(),
                        now -> signed(other, now.minus(LONG_AGO)),
                        "it was ten minutes old: refuse timestamps more than five minutes off, or"
                                + " whoever saw a message once can send it for ever"),
                refusing(
                        "refuses early messages",
                        other.body(),
                        now -> signed(other, now.plus(LONG_AGO)),
                        "it was ten minutes ahead: refuse timestamps more than five minutes off"),
                refusing(
                        "refuses unsigned messages",
                        other.body(),
                        now ->
                                Map.of(
                                        "webhook-id", other.id().toString(),
                                        "webhook-timestamp", Long.toString(seconds(now))),
                        "refuse what has no webhook-signature"),
                new Probe("answers quickly", this::quick),
                new Probe("answers by itself", this::direct),
                new Probe("says little", this::brief));
    }

    // --- kinds of checks
    // ---------------------------------------------------------------------------

    private Probe taking(
            String name,
            WebhookMessage message,
            Function<Instant, Map<String, String>> headers,
            String advice) {
        return taking(name, message, headers, advice, Outcome.FAILED);
    }

    private Probe advising(String name, WebhookMessage message, String advice) {
        return taking(name, message, now -> signed(message, now), advice, Outcome.ADVISED);
    }

    private Probe taking(
            String name,
            WebhookMessage message,
            Function<Instant, Map<String, String>> headers,
            String advice,
            Outcome otherwise) {
        return new Probe(
                name,
                _ -> {
                    if (!takes) {
                        return takesNothing(name);
                    }
                    Posted answer = send(message.body(), headers.apply(now()));
                    if (isTaken(answer)) {
                        return new Check(name, Outcome.PASSED, said(answer));
                    }
                    Outcome outcome =
                            answer instanceof Posted.Failed ? outcomeOf(answer) : otherwise;
                    return new Check(
                            name,
                            outcome,
                            answer instanceof Posted.Failed
                                    ? said(answer)
                                    : said(answer) + ": " + advice);
                });
    }

    private Probe refusing(
            String name,
            byte[] body,
            Function<Instant, Map<String, String>> headers,
            String advice) {
        return new Probe(
                name,
                _ -> {
                    Posted answer = send(body, headers.apply(now()));
                    if (isTaken(answer)) {
                        return new Check(name, Outcome.FAILED, said(answer) + ": " + advice);
                    }
                    if (!takes) {
                        return takesNothing(name);
                    }
                    return switch (answer) {
                        case Posted.Failed _ -> new Check(name, outcomeOf(answer), said(answer));
                        case Posted.Answered(int status, _, _) when status == GONE ->
                                new Check(
                                        name,
                                        Outcome.FAILED,
                                        "answered 410, which ends all deliveries: answer 401");
                        case Posted.Answered(int status, _, _) when status / 100 == 4 ->
                                new Check(name, Outcome.PASSED, said(answer));
                        case Posted.Answered _ ->
                                new Check(name, Outcome.FAILED, said(answer) + ": answer 401");
                    };
                });
    }

    /** What to do about an answer to the first message, which is beyond reproach. */
    private static String firstAdvice(Posted answer) {
        return switch (answer) {
            case Posted.Answered(int status, _, _) ->
                    switch (status / 100) {
                        case 2 -> "";
                        case 3 -> ": give the address it redirects to";
                        case 4 ->
                                ": answer 2xx to what is signed; if it is, look whether the endpoint has"
                                        + " this very secret, and checks the bytes as they come";
                        default -> ": answer 2xx to what is signed";
                    };
            case Posted.Failed(FetchFault fault) ->
                    fault == FetchFault.TIMED_OUT
                            ? ": answer first, and do the work afterwards"
                            : "";
        };
    }

    private static Check takesNothing(String name) {
        return new Check(
                name, Outcome.UNCHECKED, "proves nothing while it takes no signed event either");
    }

    private Check quick(String name) {
        String slowest = "the slowest answer took %d ms".formatted(slowestMillis);
        if (slowestMillis >= patience.toMillis()) {
            return new Check(
                    name, Outcome.FAILED, slowest + ": answer first, and do the work afterwards");
        }
        return slowestMillis >= QUICK.toMillis()
                ? new Check(
                        name,
                        Outcome.ADVISED,
                        slowest
                                + ": those that take two seconds share their lanes; answer first, and do the"
                                + " work afterwards")
                : new Check(name, Outcome.PASSED, slowest);
    }

    private Check direct(String name) {
        return redirects
                ? new Check(
                        name,
                        Outcome.FAILED,
                        "it redirects, and redirects are not followed: give the address it points to")
                : new Check(name, Outcome.PASSED, "it redirects nowhere");
    }

    private Check brief(String name) {
        return saysMuch
                ? new Check(
                        name,
                        Outcome.ADVISED,
                        "it says 2 kB or more, of which the rest is not read: each message then needs a"
                                + " new connection")
                : new Check(name, Outcome.PASSED, "its answers are short");
    }

    // --- one message
    // -------------------------------------------------------------------------------

    private Posted send(byte[] body, Map<String, String> headers) {
        long begin = System.nanoTime();
        Posted posted = receiver.post(body, headers, patience);
        slowestMillis =
                Math.max(slowestMillis, Duration.ofNanos(System.nanoTime() - begin).toMillis());
        if (posted instanceof Posted.Answered(int status, _, String beginning)) {
            redirects |= status / 100 == 3;
            saysMuch |= beginning.getBytes(StandardCharsets.UTF_8).length >= SAYS_MUCH;
        }
        return posted;
    }

    private static boolean isTaken(Posted posted) {
        return posted instanceof Posted.Answered(int status, _, _) && status / 100 == 2;
    }

    /** Of what was not taken: where nothing was reached, nothing was found wrong with it either. */
    private static Outcome outcomeOf(Posted posted) {
        return switch (posted) {
            case Posted.Answered _ -> Outcome.FAILED;
            case Posted.Failed(FetchFault fault) ->
                    switch (fault) {
                        case NETWORK_OFF, BUSY, HOST_NOT_FOUND, CONNECT_FAILED -> Outcome.UNCHECKED;
                        default -> Outcome.FAILED;
                    };
        };
    }

    private static String said(Posted posted) {
        return switch (posted) {
            case Posted.Answered(int status, _, String beginning) -> {
                String words = status / 100 == 2 ? "" : shortened(Attempt.safe(beginning));
                yield "answered " + status + (words.isEmpty() ? "" : " (" + words + ")");
            }
            case Posted.Failed(FetchFault fault) -> fault.words();
        };
    }

    /** As much of a page of HTML as helps. */
    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, WORDS)) + "…";
    }

    private Map<String, String> signed(WebhookMessage message, Instant at) {
        return message.headers(List.of(keys), at);
    }

    private static Map<String, String> headers(UUID id, Instant at, String signatures) {
        return Map.of(
                "webhook-id", id.toString(),
                "webhook-timestamp", Long.toString(seconds(at)),
                "webhook-signature", signatures);
    }

    private static WebhookMessage message(String body) {
        return new WebhookMessage(NewIds.next(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static WebhookMessage ofNobody() {
        var body = JsonNodeFactory.instance.objectNode().put("type", "application.status-changed");
        body.putObject("data")
                .put("id", NewIds.next().toString())
                .put("sequence", 1)
                .put("applicationId", NewIds.next().toString())
                .put("jobId", NewIds.next().toString())
                .put("phase", "new")
                .put("attributed", true);
        return message(body.toString());
    }

    private Instant now() {
        return clock.instant();
    }

    private static long seconds(Instant at) {
        return at.getEpochSecond();
    }

    private record Probe(String name, Function<String, Check> run) {}

    /** A way to the endpoint. */
    @FunctionalInterface
    public interface Poster {

        /**
         * @param within how long all of it may take
         */
        Posted post(byte[] body, Map<String, String> headers, Duration within);
    }
}
