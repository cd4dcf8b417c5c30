package dev.assay.hiring.platform.fetch;

import static dev.assay.hiring.platform.fetch.Guards.PUBLIC;
import static dev.assay.hiring.platform.fetch.Guards.addresses;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile addresses and name servers before a canary at which every connection would end, wherever
 * it was meant to go: it must see none.
 */
@Timeout(60)
class HostileAddressesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestServer canary = TestServer.canary();
    private final Guards guards = new Guards();
    private final AtomicInteger lookups = new AtomicInteger();

    @AfterEach
    void stop() {
        canary.close();
    }

    @Test
    void theCanaryWouldSeeAConnection() throws NoSuchAlgorithmException {
        try (FetchGuard guard = guard()) {
            assertThat(guard.document("https://school.example/did.json", PATIENCE))
                    .isInstanceOf(Fetch.Failed.class);
        }
        assertThat(canary.connections).hasValue(1);
    }

    @Test
    void noHostileAddressIsEvenLookedUp() throws NoSuchAlgorithmException {
        List<String> hostile = HostileAddresses.all().distinct().toList();
        assertThat(hostile).hasSizeGreaterThanOrEqualTo(300);
        guards.names =
                _ -> {
                    lookups.incrementAndGet();
                    // Were the address the only thing wrong, it would go through.
                    return addresses(PUBLIC);
                };
        List<String> accepted = new ArrayList<>();
        try (FetchGuard guard = guard()) {
            for (String address : hostile) {
                if (guard.refusal(address).isEmpty()
                        || !(guard.document(address, PATIENCE) instanceof Fetch.Failed)
                        || !(guard.personal(address, PATIENCE) instanceof Fetch.Failed)) {
                    accepted.add(address);
                }
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(lookups).hasValue(0);
        assertThat(canary.connections).hasValue(0);
    }

    static Stream<String> notPublic() {
        return Stream.of(
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "169.254.0.0",
                "169.254.169.254",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.0",
                "192.0.0.255",
                "192.0.2.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "192.175.48.1",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.0",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::7f00:1",
                "100::1",
                "1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001::1",
                "2001:0:7f00:1::",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2001:db8::1",
                "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
                "2002::1",
                "2002:7f00:1::",
                "2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "2620:4f:8000::1",
                "3fff::1",
                "3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "ff00::1",
                "ff02::1",
                "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    }

    @Nested
    class NameServers {

        @ParameterizedTest
        @MethodSource("dev.assay.hiring.platform.fetch.HostileAddressesTest#notPublic")
        void thatNameAnAddressThatIsNotPublicAreNotBelieved(String address)
                throws NoSuchAlgorithmException {
            refuses(FetchFault.ADDRESS_NOT_PUBLIC, addresses(address));
        }

        @ParameterizedTest
        @MethodSource("dev.assay.hiring.platform.fetch.HostileAddressesTest#notPublic")
        void thatHideItBehindPublicOnesAreNotBelieved(String address)
                throws NoSuchAlgorithmException {
            refuses(FetchFault.ADDRESS_NOT_PUBLIC, addresses(PUBLIC, "2606:4700::1111", address));
        }

        @Test
        void thatHideItBehindAThousandPublicOnesAreNotBelieved() throws NoSuchAlgorithmException {
            List<InetAddress> many = new ArrayList<>();
            IntStream.range(0, 1_000).forEach(i -> many.addAll(addresses("93.184.215." + i % 256)));
            many.addAll(addresses("10.0.0.1"));

            refuses(FetchFault.ADDRESS_NOT_PUBLIC, many);
        }

        @Test
        void thatNameNothingLeadNowhere() throws NoSuchAlgorithmException {
            refuses(FetchFault.HOST_NOT_FOUND, List.of());
        }

        @Test
        void thatKnowNothingLeadNowhere() throws NoSuchAlgorithmException {
            guards.names =
                    host -> {
                        throw new UnknownHostException(host);
                    };
            refuses(FetchFault.HOST_NOT_FOUND);
        }

        @Test
        void thatNeverAnswerAreGivenUp() throws NoSuchAlgorithmException {
            CountDownLatch never = new CountDownLatch(1);
            guards.limits = FetchLimits.standard().withTotal(Duration.ofMillis(200));
            guards.names =
                    _ -> {
                        try {
                            never.await();
                        } catch (InterruptedException interrupted) {
                            Thread.currentThread().interrupt();
                        }
                        return addresses(PUBLIC);
                    };

            refuses(FetchFault.TIMED_OUT);
            never.countDown();
        }

        @Test
        void thatChangeTheirMindAreAskedOnceAndHeldToIt() throws NoSuchAlgorithmException {
            guards.names = _ -> addresses(lookups.getAndIncrement() == 0 ? PUBLIC : "127.0.0.1");
            try (FetchGuard guard = guard()) {
                guard.personal("https://school.example/did.json", PATIENCE);
                assertThat(lookups).hasValue(1);
                assertThat(canary.connections).hasValue(1);

                assertThat(guard.personal("https://school.example/did.json", PATIENCE))
                        .isEqualTo(new Fetch.Failed(FetchFault.ADDRESS_NOT_PUBLIC));
            }
            assertThat(canary.connections).hasValue(1);
        }

        @Test
        void cannotNameAHostOfTheInstallationsOwn() throws NoSuchAlgorithmException {
            guards.refusedNetworks = List.of("93.184.0.0/16", "2606:4700::/32");

            refuses(FetchFault.ADDRESS_NOT_PUBLIC, addresses("93.184.255.255"));
            refuses(FetchFault.ADDRESS_NOT_PUBLIC, addresses("2606:4700:ffff::1"));
        }

        private void refuses(FetchFault fault, List<InetAddress> answer)
                throws NoSuchAlgorithmException {
            guards.names = _ -> answer;
            refuses(fault);
        }

        private void refuses(FetchFault fault) throws NoSuchAlgorithmException {
            try (FetchGuard guard = guard()) {
                assertThat(guard.document("https://school.example/did.json", PATIENCE))
                        .isEqualTo(new Fetch.Failed(fault));
            }
            assertThat(canary.connections).hasValue(0);
        }
    }

    @Nested
    class TheFilter {

        private final AddressFilter filter = new AddressFilter(List.of());

        @Test
        void endsExactlyWhereTheBlocksEnd() {
            List<String> outside =
                    Arrays.asList(
                            "1.0.0.0",
                            "9.255.255.255",
                            "11.0.0.0",
                            "100.63.255.255",
                            "100.128.0.0",
                            "126.255.255.255",
                            "128.0.0.0",
                            "169.253.255.255",
                            "169.255.0.0",
                            "172.15.255.255",
                            "172.32.0.0",
                            "191.255.255.255",
                            "192.0.1.0",
                            "192.0.3.0",
                            "192.167.255.255",
                            "192.169.0.0",
                            "198.17.255.255",
                            "198.20.0.0",
                            "198.51.99.255",
                            "198.51.101.0",
                            "203.0.112.255",
                            "203.0.114.0",
                            "223.255.255.255",
                            "2000::",
                            "2001:200::",
                            "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff",
                            "2001:db9::",
                            "2003::",
                            "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
                            "3fff:1000::",
                            "::ffff:93.184.215.14");

            assertThat(outside)
                    .allMatch(address -> filter.isPublic(InetAddress.ofLiteral(address)));
        }
    }

    private FetchGuard guard() throws NoSuchAlgorithmException {
        return guards.before(canary, SSLContext.getDefault());
    }
}
