package dev.assay.hiring.platform.fetch;

import static dev.assay.hiring.platform.fetch.TestServer.write;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers' servers can do to a post, and what they cannot. */
@Timeout(60)
class PostGuardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final byte[] BODY = "{}".getBytes(UTF_8);

    private final PostGuard guard = Receivers.guard();

    @AfterEach
    void close() {
        guard.close();
    }

    @ParameterizedTest
    @CsvSource({
        "http://r.receivers.example/hook, NOT_HTTPS",
        "https://127.0.0.1/hook, HOST_NOT_A_NAME",
        "https://[::1]/hook, HOST_NOT_A_NAME",
        "https://localhost/hook, HOST_NOT_A_NAME",
        "https://a:b@r.receivers.example/hook, USER_IN_ADDRESS",
        "https://r.receivers.example:8443/hook, PORT_NOT_ALLOWED",
        "https://r.receivers.example/hook#x, MALFORMED_ADDRESS"
    })
    void anAddressThatIsNotPlainlyPublicIsRefusedAndNeverPostedTo(
            String address, FetchFault fault) {
        assertThat(guard.refusal(address)).contains(fault);
        assertThat(post(address, PATIENCE)).isEqualTo(new Posted.Failed(fault));
    }

    /** Waiting can only take longer than it should, so this is no race. */
    @Test
    void aHostThatEndsEachConnectionGetsTenASecondAndNoMore() {
        AtomicInteger posts = new AtomicInteger();
        String address =
                Receivers.hostile((_, out) -> {
                    posts.incrementAndGet();
                    write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx");
                });
        long begin = System.nanoTime();
        try (PostConversation conversation = guard.to(address)) {
            for (int i = 0; i < 8; i++) {
                assertThat(conversation.post(BODY, Map.of(), PATIENCE))
                        .isInstanceOf(Posted.Answered.class);
            }
        }
        assertThat(posts).hasValue(8);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void aPublicNameOfAPrivateHostIsRefusedAtOnceAndAtEachPost() {
        String address = Receivers.intoAPrivateNetwork();

        assertThat(guard.refusal(address)).contains(FetchFault.ADDRESS_NOT_PUBLIC);
        assertThat(post(address, PATIENCE))
                .isEqualTo(new Posted.Failed(FetchFault.ADDRESS_NOT_PUBLIC));
    }

    @Test
    void aHostThatIsNotThereYetMayBeLater() {
        String address = "https://nobody.receivers.example/hook";

        assertThat(guard.refusal(address)).isEmpty();
        assertThat(post(address, PATIENCE)).isEqualTo(new Posted.Failed(FetchFault.HOST_NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsAnAnswerAndNotFollowed(int status) {
        AtomicInteger asked = new AtomicInteger();
        String address =
                Receivers.hostile((_, out) -> {
                    asked.incrementAndGet();
                    write(
                            out,
                            "HTTP/1.1 "
                                    + status
                                    + " There\r\nLocation: https://10.0.0.7/\r\nContent-Length: 0\r\n\r\n");
                });

        assertThat(post(address, PATIENCE))
                .isInstanceOfSatisfying(
                        Posted.Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(status));
        assertThat(asked).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 ", "HTTP/1.1 200 OK\r\nX-Drip: "})
    void whoDripsIsCutWhenTimeIsUp(String start) {
        String address =
                Receivers.hostile((_, out) -> {
                    write(out, start);
                    drip(out);
                });

        assertThat(post(address, SHORT)).isEqualTo(new Posted.Failed(FetchFault.TIMED_OUT));
    }

    @Test
    void ofABodyWithoutEndTheBeginningIsTakenAndNoMore() {
        AtomicInteger written = new AtomicInteger();
        String address =
                Receivers.hostile((_, out) -> {
                    write(out, "HTTP/1.1 500 No\r\nTransfer-Encoding: chunked\r\n\r\n");
                    while (true) {
                        write(out, "1000\r\n" + "a".repeat(0x1000) + "\r\n");
                        written.addAndGet(0x1000);
                    }
                });

        assertThat(post(address, PATIENCE))
                .isInstanceOfSatisfying(
                        Posted.Answered.class,
                        answered -> {
                            assertThat(answered.status()).isEqualTo(500);
                            assertThat(answered.beginning()).hasSize(2_048);
                        });
        assertThat(written).hasValueLessThan(16 * 1024 * 1024);
    }

    @Test
    void whoSaysYesAndHangsUpHasSaidYes() {
        String address =
                Receivers.hostile(
                        (_, out) -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nx"));

        assertThat(post(address, PATIENCE))
                .isInstanceOfSatisfying(
                        Posted.Answered.class,
                        answered -> assertThat(answered.status()).isEqualTo(200));
    }

    @Test
    void postsGoOverOneConnectionAndAnotherWhenItIsGone() {
        AtomicInteger connections = new AtomicInteger();
        String address =
                Receivers.hostile((request, out) -> {
                    connections.incrementAndGet();
                    assertThat(request.field("Host")).endsWith(".receivers.example");
                    write(out, "HTTP/1.1 204 Fine\r\nRetry-After: 9\r\n\r\n");
                    // And closes, without having said so.
                });

        try (PostConversation conversation = guard.to(address)) {
            for (int i = 0; i < 3; i++) {
                assertThat(conversation.post(BODY, Map.of("webhook-id", "1"), PATIENCE))
                        .isEqualTo(new Posted.Answered(204, Optional.of("9"), ""));
            }
        }
        assertThat(connections).hasValue(3);
    }

    private Posted post(String address, Duration within) {
        try (PostConversation conversation = guard.to(address)) {
            return conversation.post(BODY, Map.of(), within);
        }
    }

    private static void drip(OutputStream out) throws IOException {
        while (true) {
            write(out, "1");
            LockSupport.parkNanos(20_000_000);
        }
    }
}
