package dev.assay.hiring.platform.fetch;

import static dev.assay.hiring.platform.fetch.Guards.addresses;
import static dev.assay.hiring.platform.fetch.Guards.gzip;
import static dev.assay.hiring.platform.fetch.TestServer.document;
import static dev.assay.hiring.platform.fetch.TestServer.status;
import static dev.assay.hiring.platform.fetch.TestServer.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.SetClock;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real TLS server gets from the guard, and what the guard takes from it. */
@Timeout(60)
class FetchGuardTest {

    private static final Certificates SCHOOL = Certificates.forNames("school.example");
    private static final Certificates OTHER = Certificates.forNames("other.example");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String ADDRESS = "https://school.example/did.json";
    private static final int MEBIBYTE = 1024 * 1024;

    private final SetClock clock = new SetClock(Instant.parse("2026-11-25T12:00:00Z"));
    private final Guards guards = new Guards();
    private TestServer server = TestServer.secure(SCHOOL.server(), document("", json("{}")));

    FetchGuardTest() {
        guards.clock = clock;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Nested
    class Asking {

        @Test
        void givesTheDocumentAsItIs() {
            server.script = document("Content-Type: application/did+json\r\n", json("{\"a\":1}"));

            Fetch.Fetched fetched = fetched();

            assertThat(fetched.content()).asString(UTF_8).isEqualTo("{\"a\":1}");
            assertThat(fetched.contentType()).isEqualTo("application/did+json");
        }

        @Test
        void saysWhichHostItMeansAndNothingOfUs() {
            server.script = document("Set-Cookie: who=me; Secure\r\n", json("{}"));
            try (FetchGuard guard = guard()) {
                guard.personal("https://school.example:443/a?b=c", PATIENCE);
                guard.personal("https://school.example/a?b=c", PATIENCE);
            }

            assertThat(server.requests).hasSize(2);
            assertThat(server.requests)
                    .allSatisfy(request -> {
                        assertThat(request.lines().getFirst()).isEqualTo("GET /a?b=c HTTP/1.1");
                        assertThat(request.field("Host")).isEqualTo("school.example");
                        assertThat(request.field("Accept")).contains("application/json");
                        assertThat(request.lines())
                                .noneMatch(line ->
                                        line.matches(
                                                "(?i)(cookie|authorization|referer|origin|from|x-|forwarded|proxy|upgrade|te:).*"));
                    });
        }

        @Test
        void gives401AsAFailureAndNoCredentials() {
            server.script = status("401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"");

            assertThat(fault()).isEqualTo(FetchFault.HTTP_STATUS);
            assertThat(server.requests).hasSize(1);
        }

        @Test
        void takesNoProxyFromTheEnvironment() {
            TestServer proxy = TestServer.canary();
            String port = Integer.toString(proxy.address().getPort());
            var names =
                    List.of(
                            "https.proxyHost",
                            "https.proxyPort",
                            "http.proxyHost",
                            "http.proxyPort",
                            "socksProxyHost",
                            "socksProxyPort");
            try (proxy) {
                names.forEach(name ->
                        System.setProperty(name, name.endsWith("Port") ? port : "localhost"));
                fetched();
            } finally {
                names.forEach(System::clearProperty);
            }
            assertThat(proxy.connections).hasValue(0);
        }

        @Test
        void triesTheNextAddressWhenOneDoesNotAnswer() {
            guards.names = _ -> addresses("93.184.215.14", "93.184.215.15");
            try (FetchGuard guard =
                    new FetchGuard(
                            new FetchProperties(
                                    true,
                                    java.util.Set.of(),
                                    List.of(),
                                    null,
                                    org.springframework.util.unit.DataSize.ofMegabytes(1)),
                            PinnedDocuments.none(),
                            new Wires(
                                    guards.names,
                                    to ->
                                            to.getAddress().getAddress()[3] == 14
                                                    ? new java.net.InetSocketAddress("127.0.0.1", 1)
                                                    : server.address(),
                                    SCHOOL.client()),
                            FetchLimits.standard(),
                            clock,
                            guards.meters)) {
                assertThat(guard.document(ADDRESS, PATIENCE)).isInstanceOf(Fetch.Fetched.class);
            }
        }

        @Test
        void countsWhatCameOfIt() {
            fetched();
            server.script = status("404 Not Found");
            fault();

            assertThat(timer("fetched").count()).isEqualTo(1);
            assertThat(timer("not-there").count()).isEqualTo(1);
        }

        @ParameterizedTest
        @CsvSource({
            "404 Not Found, NOT_THERE",
            "410 Gone, GONE",
            "500 Oops, HTTP_STATUS",
            "204 Nothing, HTTP_STATUS",
            "206 Part, HTTP_STATUS",
            "304 Same, HTTP_STATUS",
            "300 Choose, HTTP_STATUS"
        })
        void tellsWhyThereIsNoDocument(String line, FetchFault fault) {
            server.script = status(line);

            assertThat(fault()).isEqualTo(fault);
        }

        private Timer timer(String outcome) {
            return guards.meters
                    .get("assay.fetch")
                    .tag("source", "network")
                    .tag("outcome", outcome)
                    .timer();
        }
    }

    @Nested
    class Certifying {

        @Test
        void refusesAServerThatIsAnother() {
            server.close();
            server = TestServer.secure(OTHER.server(), document("", json("{}")));
            try (FetchGuard guard = guards.before(server, OTHER.client())) {
                assertThat(guard.document(ADDRESS, PATIENCE))
                        .isEqualTo(new Fetch.Failed(FetchFault.TLS_FAILED));
            }
            assertThat(server.requests).isEmpty();
        }

        @Test
        void refusesACertificateThatNobodyVouchesFor() {
            try (FetchGuard guard = guards.before(server, OTHER.client())) {
                assertThat(guard.document(ADDRESS, PATIENCE))
                        .isEqualTo(new Fetch.Failed(FetchFault.TLS_FAILED));
            }
            assertThat(server.requests).isEmpty();
        }
    }

    @Nested
    class Limiting {

        @Test
        void takesAMebibyteAndNotAByteMore() {
            server.script = document("", new byte[MEBIBYTE]);
            assertThat(fetched().content()).hasSize(MEBIBYTE);

            server.script = document("", new byte[MEBIBYTE + 1]);
            assertThat(fault()).isEqualTo(FetchFault.TOO_LARGE);
        }

        @Test
        void stopsReadingABodyWithoutEnd() {
            AtomicInteger written = new AtomicInteger();
            server.script =
                    (_, out) -> {
                        write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                        while (true) {
                            write(out, "1000\r\n" + "a".repeat(0x1000) + "\r\n");
                            written.addAndGet(0x1000);
                        }
                    };

            assertThat(fault()).isEqualTo(FetchFault.TOO_LARGE);
            assertThat(written).hasValueLessThan(64 * MEBIBYTE);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nX-Drip: ",
                    "HTTP/1.1 ",
                    ""
                })
        void givesUpOnWhoeverDripsWhereverItIs(String start) {
            guards.limits = FetchLimits.standard().withTotal(Duration.ofMillis(800));
            AtomicInteger dripping = new AtomicInteger();
            server.script =
                    (_, out) -> {
                        dripping.incrementAndGet();
                        try {
                            write(out, start);
                            while (true) {
                                write(out, "1");
                                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                            }
                        } finally {
                            dripping.decrementAndGet();
                        }
                    };

            assertThat(fault()).isEqualTo(FetchFault.TIMED_OUT);
            // The connection is cut, so the server cannot go on.
            Eventually.get(dripping::get, left -> left == 0);
        }

        @Test
        void givesUpOnWhoeverNeverShakesHands() {
            guards.limits = FetchLimits.standard().withTotal(Duration.ofMillis(400));
            try (TestServer silent = TestServer.canary();
                    FetchGuard guard = guards.before(silent, SCHOOL.client())) {
                assertThat(guard.document(ADDRESS, PATIENCE))
                        .isEqualTo(new Fetch.Failed(FetchFault.TIMED_OUT));
            }
        }

        @Test
        void givesUpWhenTheCallerCannotWaitLonger() {
            CountDownLatch over = new CountDownLatch(1);
            server.script = (_, _) -> await(over);
            try (FetchGuard guard = guard()) {
                assertThat(guard.document(ADDRESS, Duration.ofMillis(200)))
                        .isEqualTo(new Fetch.Failed(FetchFault.TIMED_OUT));
                over.countDown();
                server.script = document("", json("{}"));

                // Our hurry is no fault of the host's: it is asked again at once.
                assertThat(guard.document(ADDRESS, PATIENCE)).isInstanceOf(Fetch.Fetched.class);
            }
        }

        @Test
        void refusesHeadersWithoutEnd() {
            server.script =
                    (_, out) -> {
                        write(out, "HTTP/1.1 200 OK\r\n");
                        while (true) {
                            write(out, "X-More: " + "a".repeat(100) + "\r\n");
                        }
                    };

            assertThat(fault()).isEqualTo(FetchFault.BROKEN_ANSWER);
        }

        @Test
        void refusesPreliminaryAnswersWithoutEnd() {
            guards.limits = FetchLimits.standard().withTotal(Duration.ofMillis(400));
            server.script =
                    (_, out) -> {
                        while (true) {
                            write(out, "HTTP/1.1 103 Early Hints\r\n\r\n");
                        }
                    };

            assertThat(fault()).isEqualTo(FetchFault.TIMED_OUT);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                    "SSH-2.0-OpenSSH\r\n\r\n",
                    ""
                })
        void refusesAnAnswerThatIsNotWhole(String answer) {
            server.script = (_, out) -> write(out, answer);

            assertThat(fault()).isEqualTo(FetchFault.BROKEN_ANSWER);
        }
    }

    @Nested
    class Unpacking {

        private static final String GZIP = "Content-Encoding: gzip\r\n";

        @Test
        void unpacksWhatIsPackedReasonably() {
            byte[] text = noise(3 * MEBIBYTE, 8);
            server.script = document(GZIP, gzip(text));

            assertThat(fetched().content()).isEqualTo(text);
        }

        @Test
        void unpacksWhatIsSmallHoweverWellItIsPacked() {
            server.script = document(GZIP, gzip(new byte[MEBIBYTE]));

            assertThat(fetched().content()).hasSize(MEBIBYTE);
        }

        @Test
        void stopsUnpackingABomb() {
            server.script = document(GZIP, gzip(new byte[32 * MEBIBYTE]));

            assertThat(fault()).isEqualTo(FetchFault.TOO_INFLATED);
        }

        @Test
        void stopsUnpackingAtSixteenMebibytes() {
            server.script = document(GZIP, gzip(noise(17 * MEBIBYTE, 64)));

            assertThat(fault()).isEqualTo(FetchFault.TOO_LARGE);
        }

        @Test
        void refusesAPackedBodyOfMoreThanAMebibyte() {
            server.script = document(GZIP, gzip(noise(2 * MEBIBYTE, 1)));

            assertThat(fault()).isEqualTo(FetchFault.TOO_LARGE);
        }

        @ParameterizedTest
        @ValueSource(strings = {"br", "deflate", "zstd", "gzip, gzip", "x"})
        void refusesOtherWaysOfPacking(String encoding) {
            server.script = document("Content-Encoding: " + encoding + "\r\n", json("{}"));

            assertThat(fault()).isEqualTo(FetchFault.ENCODING_UNKNOWN);
        }

        @Test
        void refusesWhatSaysItIsPackedAndIsNot() {
            server.script = document(GZIP, json("{}"));

            assertThat(fault()).isEqualTo(FetchFault.BROKEN_ANSWER);
        }
    }

    @Nested
    class Redirecting {

        @ParameterizedTest
        @ValueSource(ints = {301, 302, 303, 307, 308})
        void followsWithinItsOwnHost(int status) {
            server.script =
                    (request, out) -> {
                        if (request.path().equals("/did.json")) {
                            redirect(status, "/moved/did.json?x=1").answer(request, out);
                        } else {
                            document("", json("moved")).answer(request, out);
                        }
                    };

            assertThat(fetched().content()).asString(UTF_8).isEqualTo("moved");
            assertThat(server.requests.getLast().path()).isEqualTo("/moved/did.json?x=1");
        }

        @Test
        void followsThreeTimesAndNotAFourth() {
            server.script = chain(3);
            assertThat(fetched().content()).asString(UTF_8).isEqualTo("at last");

            server.script = chain(4);
            assertThat(fault()).isEqualTo(FetchFault.TOO_MANY_REDIRECTS);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://other.example/did.json",
                    "//other.example/did.json",
                    "http://school.example/did.json",
                    "https://school.example:8443/did.json",
                    "https://127.0.0.1/did.json",
                    "https://localhost/",
                    "https://school.example@other.example/",
                    "https://school.example.other.example/",
                    "file:///etc/passwd",
                    "https:\\\\other.example",
                    "\\other.example",
                    "https://school.example/#x",
                    ""
                })
        void neverFollowsElsewhere(String location) {
            server.script = redirect(302, location);

            assertThat(fault())
                    .isIn(FetchFault.REDIRECTED_ELSEWHERE, FetchFault.TOO_MANY_REDIRECTS);
            assertThat(server.requests)
                    .allSatisfy(request ->
                            assertThat(request.field("Host")).isEqualTo("school.example"));
        }

        @Test
        void doesNotReadTheBodyOfARedirect() {
            server.script =
                    (request, out) -> {
                        if (request.path().equals("/moved")) {
                            document("", json("moved")).answer(request, out);
                            return;
                        }
                        write(
                                out,
                                "HTTP/1.1 302 Found\r\nLocation: /moved\r\nTransfer-Encoding: chunked\r\n\r\n");
                        while (true) {
                            write(out, "1000\r\n" + "a".repeat(0x1000) + "\r\n");
                        }
                    };

            assertThat(fetched().content()).asString(UTF_8).isEqualTo("moved");
        }

        @Test
        void refusesARedirectToNowhere() {
            server.script = status("302 Found");

            assertThat(fault()).isEqualTo(FetchFault.BROKEN_ANSWER);
        }

        private static TestServer.Script redirect(int status, String location) {
            return status(status + " Elsewhere\r\nLocation: " + location);
        }

        private static TestServer.Script chain(int hops) {
            AtomicInteger left = new AtomicInteger(hops);
            return (request, out) -> {
                int step = left.getAndDecrement();
                if (step > 0) {
                    redirect(302, "/step" + step).answer(request, out);
                } else {
                    document("", json("at last")).answer(request, out);
                }
            };
        }
    }

    @Nested
    class Remembering {

        @Test
        void asksOnceWhileTheDocumentIsFresh() {
            server.script = document("Cache-Control: max-age=60\r\n", json("{}"));
            try (FetchGuard guard = guard()) {
                guard.document(ADDRESS, PATIENCE);
                clock.advance(Duration.ofSeconds(59));
                guard.document(ADDRESS, PATIENCE);
                assertThat(server.requests).hasSize(1);

                clock.advance(Duration.ofSeconds(1));
                guard.document(ADDRESS, PATIENCE);
                assertThat(server.requests).hasSize(2);
            }
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Cache-Control: no-store|0",
                    "Cache-Control: private, max-age=60|0",
                    "Cache-Control: No-Cache, max-age=60|0",
                    "Cache-Control: max-age=0|0",
                    "Cache-Control: max-age=soon|0",
                    "Cache-Control: max-age=-5|0",
                    "Vary: *|0",
                    "Cache-Control: max-age=999999999|3600",
                    "Cache-Control: max-age=10, s-maxage=20|20",
                    "Cache-Control: max-age=100\\r\\nAge: 40|60",
                    "Cache-Control: max-age=100\\r\\nAge: 400|0",
                    "Expires: Wed, 25 Nov 2026 12:01:00 GMT|60",
                    "Expires: 0|0",
                    "Date: Wed, 25 Nov 2026 12:00:00 GMT\\r\\nExpires: Wed, 25 Nov 2026 12:02:00 GMT|120",
                    "X-Nothing: said|300"
                })
        void staysFreshForAsLongAsTheHostSaysAndAnHourAtMost(String fields, int seconds) {
            server.script = document(fields.replace("\\r\\n", "\r\n") + "\r\n", json("{}"));
            try (FetchGuard guard = guard()) {
                guard.document(ADDRESS, PATIENCE);
                if (seconds > 0) {
                    clock.advance(Duration.ofSeconds(seconds - 1));
                    guard.document(ADDRESS, PATIENCE);
                    assertThat(server.requests).hasSize(1);
                    clock.advance(Duration.ofSeconds(1));
                }
                guard.document(ADDRESS, PATIENCE);
                assertThat(server.requests).hasSize(2);
            }
        }

        @Test
        void asksWhetherItChangedAndKeepsWhatDidNot() {
            server.script =
                    document(
                            "ETag: \"v1\"\r\nLast-Modified: Wed, 25 Nov 2026 11:00:00 GMT\r\nCache-Control: max-age=60\r\n",
                            json("first"));
            try (FetchGuard guard = guard()) {
                guard.document(ADDRESS, PATIENCE);
                clock.advance(Duration.ofSeconds(60));
                server.script =
                        status("304 Not Modified\r\nETag: \"v1\"\r\nCache-Control: max-age=60");

                assertThat(content(guard.document(ADDRESS, PATIENCE))).isEqualTo("first");
                assertThat(server.requests.getLast().field("If-None-Match")).isEqualTo("\"v1\"");
                assertThat(server.requests.getLast().field("If-Modified-Since"))
                        .isEqualTo("Wed, 25 Nov 2026 11:00:00 GMT");
                clock.advance(Duration.ofSeconds(59));
                guard.document(ADDRESS, PATIENCE);
                assertThat(server.requests).hasSize(2);

                clock.advance(Duration.ofSeconds(60));
                server.script = document("ETag: \"v2\"\r\n", json("second"));
                assertThat(content(guard.document(ADDRESS, PATIENCE))).isEqualTo("second");
            }
        }

        @Test
        void neverGivesWhatIsStaleWhenTheHostIsAway() {
            server.script = document("ETag: \"v1\"\r\nCache-Control: max-age=60\r\n", json("old"));
            try (FetchGuard guard = guard()) {
                guard.document(ADDRESS, PATIENCE);
                clock.advance(Duration.ofSeconds(60));
                server.script = status("503 Down");

                assertThat(guard.document(ADDRESS, PATIENCE))
                        .isEqualTo(new Fetch.Failed(FetchFault.HTTP_STATUS));
            }
        }

        @Test
        void doesNotAskADeadHostAgainForHalfAMinute() {
            server.script = status("503 Down");
            try (FetchGuard guard = guard()) {
                guard.document(ADDRESS, PATIENCE);
                server.script = document("", json("{}"));
                clock.advance(Duration.ofSeconds(29));
                assertThat(guard.document(ADDRESS, PATIENCE))
                        .isEqualTo(new Fetch.Failed(FetchFault.HTTP_STATUS));
                assertThat(server.requests).hasSize(1);

                clock.advance(Duration.ofSeconds(1));
                assertThat(guard.document(ADDRESS, PATIENCE)).isInstanceOf(Fetch.Fetched.class);
            }
        }

        @Test
        void neverKeepsAPersonalDocumentNorGivesACachedOne() {
            server.script = document("Cache-Control: max-age=60\r\n", json("{}"));
            try (FetchGuard guard = guard()) {
                guard.personal(ADDRESS, PATIENCE);
                guard.personal(ADDRESS, PATIENCE);
                assertThat(server.requests).hasSize(2);
                guard.document(ADDRESS, PATIENCE);
                assertThat(server.requests).hasSize(3);
                guard.personal(ADDRESS, PATIENCE);
                assertThat(server.requests).hasSize(4);
            }
        }

        @Test
        void forgetsWhatWasNotUsedForLongestWhenThereIsTooMuch() {
            DocumentCache cache = new DocumentCache(10_000);
            for (int i = 0; i < 10; i++) {
                cache.put(address(i), entry(3_000));
                cache.of(address(0));
            }

            assertThat(cache.bytes()).isLessThanOrEqualTo(10_000);
            assertThat(cache.of(address(0))).isPresent();
            assertThat(cache.of(address(8))).isEmpty();
            assertThat(cache.of(address(9))).isPresent();
            cache.forget(address(0));
            cache.forget(address(9));
            assertThat(cache.bytes()).isZero();
        }

        private static WebAddress address(int i) {
            return ((WebAddress.Accepted) WebAddress.parse("https://school.example/" + i))
                    .address();
        }

        private static DocumentCache.Entry entry(int size) {
            return new DocumentCache.Entry(
                    new Fetch.Fetched(new byte[size], ""), Validators.NONE, Instant.MAX);
        }
    }

    @Nested
    class Queueing {

        @Test
        void fetchesFourDocumentsOfAHostAtATime() throws Exception {
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            Semaphore arrived = new Semaphore(0);
            CountDownLatch go = new CountDownLatch(1);
            server.script =
                    (request, out) -> {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        arrived.release();
                        await(go);
                        inside.decrementAndGet();
                        document("", json("{}")).answer(request, out);
                    };
            try (FetchGuard guard = guard();
                    var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Fetch>> fetches = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    String address = "https://school.example/" + i;
                    fetches.add(callers.submit(() -> guard.document(address, PATIENCE)));
                }
                arrived.acquire(4);
                go.countDown();
                for (Future<Fetch> fetch : fetches) {
                    assertThat(fetch.get()).isInstanceOf(Fetch.Fetched.class);
                }
            }
            assertThat(most).hasValue(4);
        }

        @Test
        void asksOnceForWhatManyWantAtOnce() throws InterruptedException, ExecutionException {
            guards.limits =
                    new FetchLimits(
                            Duration.ofSeconds(2),
                            PATIENCE,
                            MEBIBYTE,
                            16 * MEBIBYTE,
                            100,
                            1,
                            64,
                            3,
                            4);
            try (FetchGuard guard = guard();
                    var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Fetch>> fetches = new ArrayList<>();
                for (int i = 0; i < 12; i++) {
                    fetches.add(callers.submit(() -> guard.document(ADDRESS, PATIENCE)));
                }
                for (Future<Fetch> fetch : fetches) {
                    assertThat(fetch.get()).isInstanceOf(Fetch.Fetched.class);
                }
            }
            assertThat(server.requests).hasSize(1);
        }

        @Test
        void doesNotWaitForASlotLongerThanTheCallerCan() throws InterruptedException {
            CountDownLatch over = new CountDownLatch(1);
            Semaphore arrived = new Semaphore(0);
            server.script =
                    (_, _) -> {
                        arrived.release();
                        await(over);
                    };
            try (FetchGuard guard = guard();
                    var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 4; i++) {
                    String address = "https://school.example/" + i;
                    callers.submit(() -> guard.document(address, PATIENCE));
                }
                arrived.acquire(4);

                assertThat(guard.document(ADDRESS, Duration.ofMillis(100)))
                        .isEqualTo(new Fetch.Failed(FetchFault.BUSY));
                over.countDown();
            }
        }

        @Test
        void forgetsHostsNobodyWaitsFor() throws FetchException, InterruptedException {
            HostSlots slots = new HostSlots(2, 3);
            Deadline now = Deadline.in(Duration.ZERO);
            var one = slots.take("a", now);
            var two = slots.take("a", now);
            assertThatThrownBy(() -> slots.take("a", now)).isInstanceOf(FetchException.class);
            var three = slots.take("b", now);
            assertThatThrownBy(() -> slots.take("c", now)).isInstanceOf(FetchException.class);
            assertThat(slots.hostsKnown()).isEqualTo(2);

            List.of(one, two, three).forEach(HostSlots.Slot::giveBack);

            assertThat(slots.hostsKnown()).isZero();
            slots.take("c", now).giveBack();
        }
    }

    @Nested
    class Configuring {

        @Test
        void fetchesNothingWhereTheNetworkIsOff() {
            guards.network = false;

            assertThat(fault()).isEqualTo(FetchFault.NETWORK_OFF);
            assertThat(server.connections).hasValue(0);
        }

        @Test
        void connectsToPortsTheOperatorAllows() {
            guards.extraPorts = java.util.Set.of(8443);
            try (FetchGuard guard = guard()) {
                assertThat(guard.document("https://school.example:8443/did.json", PATIENCE))
                        .isInstanceOf(Fetch.Fetched.class);
                assertThat(guard.document("https://school.example:8444/did.json", PATIENCE))
                        .isEqualTo(new Fetch.Failed(FetchFault.PORT_NOT_ALLOWED));
            }
            assertThat(server.requests.getFirst().field("Host")).isEqualTo("school.example:8443");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"10.0.0.0", "10.0.0.0/33", "::/129", "localhost/8", "10/8", "", "x/1"})
        void refusesANetworkThatIsNone(String network) {
            assertThatThrownBy(() -> Network.of(network))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private FetchGuard guard() {
        return guards.before(server, SCHOOL.client());
    }

    private Fetch.Fetched fetched() {
        try (FetchGuard guard = guard()) {
            Fetch fetch = guard.document(ADDRESS, PATIENCE);
            assertThat(fetch).isInstanceOf(Fetch.Fetched.class);
            return (Fetch.Fetched) fetch;
        }
    }

    private FetchFault fault() {
        try (FetchGuard guard = guard()) {
            Fetch fetch = guard.document(ADDRESS, PATIENCE);
            assertThat(fetch).isInstanceOf(Fetch.Failed.class);
            return ((Fetch.Failed) fetch).fault();
        }
    }

    private static String content(Fetch fetch) {
        assertThat(fetch).isInstanceOf(Fetch.Fetched.class);
        return new String(((Fetch.Fetched) fetch).content(), UTF_8);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] json(String text) {
        return text.getBytes(UTF_8);
    }

    /** Random bytes, each so many times in a row: packs to about that fraction. */
    private static byte[] noise(int size, int repeated) {
        byte[] noise = new byte[size];
        Random random = new Random(size);
        for (int i = 0; i < size; i += repeated) {
            byte one = (byte) random.nextInt();
            for (int j = i; j < Math.min(size, i + repeated); j++) {
                noise[j] = one;
            }
        }
        return noise;
    }
}
