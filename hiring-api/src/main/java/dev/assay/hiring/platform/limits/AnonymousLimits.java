package dev.assay.hiring.platform.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts the calls without a token by the address they come from, on this node and in memory alone:
 * an address is personal data, and a flood of strangers must not become one of statements.
 */
final class AnonymousLimits {

    /** Beyond so many addresses in a minute, all the others share one count. */
    private static final int MOST_ADDRESSES = 100_000;

    private static final int IPV6_SITE_BYTES = 8;

    private final Clock clock;
    private final AtomicReference<Window> window =
            new AtomicReference<>(new Window(Instant.MIN, new ConcurrentHashMap<>()));

    AnonymousLimits(Clock clock) {
        this.clock = clock;
    }

    RateStatus count(String address, RatePolicy policy) {
        Instant now = clock.instant();
        Instant start = RatePolicy.windowOf(now);
        Window current =
                window.updateAndGet(held ->
                        held.start().equals(start)
                                ? held
                                : new Window(start, new ConcurrentHashMap<>()));
        int calls = current.counter(site(address)).incrementAndGet();
        return new RateStatus(
                policy,
                calls <= policy.quota(),
                Math.max(0, policy.quota() - calls),
                Duration.between(now, start.plus(RatePolicy.WINDOW)));
    }

    /** How an address stands, with nothing counted. */
    RateStatus standing(String address, RatePolicy policy) {
        Instant now = clock.instant();
        Instant start = RatePolicy.windowOf(now);
        Window current = Objects.requireNonNull(window.get());
        AtomicInteger counter =
                current.start().equals(start) ? current.calls().get(site(address)) : null;
        int calls = counter == null ? 0 : counter.get();
        return new RateStatus(
                policy,
                calls < policy.quota(),
                Math.max(0, policy.quota() - calls),
                Duration.between(now, start.plus(RatePolicy.WINDOW)));
    }

    /** Whoever has one IPv6 address has the whole /64. */
    private static String site(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_SITE_BYTES))
                    : address;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }

    private record Window(Instant start, Map<String, AtomicInteger> calls) {

        AtomicInteger counter(String site) {
            String key = calls.size() < MOST_ADDRESSES || calls.containsKey(site) ? site : "";
            return calls.computeIfAbsent(key, _ -> new AtomicInteger());
        }
    }
}
