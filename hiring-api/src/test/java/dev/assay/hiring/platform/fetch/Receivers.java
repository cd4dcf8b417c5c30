package dev.assay.hiring.platform.fetch;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * Public hosts, as far as a guard of posts under test knows: each is a server of a test's on the
 * loopback. The guard is as in production but for its wires.
 */
public final class Receivers {
    private static final Certificates CERTIFICATES = Certificates.forNames("*.receivers.example");
    private static final Map<String, InetAddress> ADDRESSES = new ConcurrentHashMap<>();
    private static final Map<InetAddress, InetSocketAddress> SERVERS = new ConcurrentHashMap<>();
    private static final Set<String> REBOUND = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Receivers() {}

    /** Posts to receivers, and to nothing else. */
    public static PostGuard guard() {
        return guard(FetchLimits.standard());
    }

    static PostGuard guard(FetchLimits limits) {
        return new PostGuard(
                FetchProperties.standard(),
                new Wires(
                        Receivers::addressesOf,
                        to -> SERVERS.getOrDefault(to.getAddress(), to),
                        CERTIFICATES.client()),
                limits,
                new SimpleMeterRegistry());
    }

    /** What a receiver shows to be the host it is. */
    public static SSLContext tls() {
        return CERTIFICATES.server();
    }

    /** Makes a server reachable; returns its https address. */
    public static String publish(InetSocketAddress server) {
        return publish(reachable(server));
    }

    private static InetAddress reachable(InetSocketAddress server) {
        int number = COUNT.incrementAndGet();
        InetAddress address =
                InetAddress.ofLiteral("93.184.%d.%d".formatted(number / 250, 1 + number % 250));
        SERVERS.put(address, server);
        return address;
    }

    /** A server that answers as a script wants it to, down to the byte; returns its address. */
    public static String hostile(TestServer.Script script) {
        return publish(TestServer.secure(tls(), script).address());
    }

    /** A public name of a private host. */
    public static String intoAPrivateNetwork() {
        return publish(InetAddress.ofLiteral("10.0.0.7"));
    }

    /** A name that is public when it is first looked up, and private ever after. */
    public static String intoAPrivateNetworkLater() {
        String url = publish(InetAddress.ofLiteral("93.184.254.1"));
        REBOUND.add(URI.create(url).getHost());
        return url;
    }

    /** Makes a server reachable under a name of receivers.example. */
    public static void publish(String host, InetSocketAddress server) {
        ADDRESSES.put(host, reachable(server));
    }

    private static String publish(InetAddress address) {
        String host = "r-" + UUID.randomUUID() + ".receivers.example";
        ADDRESSES.put(host, address);
        return "https://" + host + "/hook";
    }

    private static List<InetAddress> addressesOf(String host) throws UnknownHostException {
        InetAddress address = ADDRESSES.get(host);
        if (address == null) {
            throw new UnknownHostException(host);
        }
        if (REBOUND.remove(host)) {
            ADDRESSES.put(host, InetAddress.ofLiteral("10.0.0.7"));
        }
        return List.of(address);
    }
}
