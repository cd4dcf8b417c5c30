package dev.assay.hiring.platform.fetch;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches documents from addresses that strangers chose. A pinned copy answers first. Else: https
 * only, to a host with a public name; the name is looked up once, every one of its addresses must
 * be public, and the connection goes to one of those; it may point on within its own host, three
 * times; time, size, inflation and the number of fetches from one host are bounded. Every refusal
 * is a {@link Fetch.Failed} with its reason, never an exception, and nothing of an address is
 * logged. Refuses to work inside a transaction.
 */
public final class FetchGuard implements AutoCloseable {

    private static final Duration FAILURE_STANDS = Duration.ofSeconds(30);

    private final FetchProperties properties;
    private final PinnedDocuments pinned;
    private final Wires wires;
    private final FetchLimits limits;
    private final HostSlots slots;
    private final DocumentCache cache;
    private final Clock clock;
    private final MeterRegistry meters;
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();
    private final CheckedNames names;

    FetchGuard(
            FetchProperties properties,
            PinnedDocuments pinned,
            Wires wires,
            FetchLimits limits,
            Clock clock,
            MeterRegistry meters) {
        this.properties = properties;
        this.pinned = pinned;
        this.wires = wires;
        this.names = new CheckedNames(wires.names(), properties.filter(), limits.addresses());
        this.limits = limits;
        this.slots = new HostSlots(limits.perHost(), limits.atOnce());
        this.cache = new DocumentCache(properties.cacheSize().toBytes());
        this.clock = clock;
        this.meters = meters;
    }

    /** Why an address will never be fetched, whatever is there; empty when it may be tried. */
    public Optional<FetchFault> refusal(String address) {
        return properties.refusal(address);
    }

    /**
     * A public document, such as an issuer's keys or a status list: of the cache while it is fresh,
     * which all employers share.
     *
     * @param within how long the caller can wait for the network; never longer than the guard's own
     *     limit, and not at all when there is no time left
     */
    public Fetch document(String address, Duration within) {
        return fetch(address, within, true);
    }

    /** A document of one person's: neither taken from the cache nor kept in it. */
    public Fetch personal(String address, Duration within) {
        return fetch(address, within, false);
    }

    @Override
    public void close() {
        exchanges.shutdownNow();
        names.close();
    }

    private Fetch fetch(String text, Duration within, boolean shared) {
        if (TenantTransaction.isOpen()) {
            throw new IllegalStateException("nothing is fetched inside a transaction");
        }
        if (!(WebAddress.parse(text) instanceof WebAddress.Accepted(var address))) {
            return new Fetch.Failed(refusal(text).orElseThrow());
        }
        Optional<Fetch> fixed = pinned.of(address);
        if (fixed.isPresent()) {
            return counted("pinned", fixed.get(), 0);
        }
        if (!properties.network()) {
            return new Fetch.Failed(FetchFault.NETWORK_OFF);
        }
        if (!properties.isAllowedPort(address)) {
            return new Fetch.Failed(FetchFault.PORT_NOT_ALLOWED);
        }
        Optional<Fetch> known = shared ? fresh(address) : Optional.empty();
        if (known.isPresent()) {
            return counted("cache", known.get(), 0);
        }
        if (!within.isPositive()) {
            return new Fetch.Failed(FetchFault.TIMED_OUT);
        }
        long start = System.nanoTime();
        return counted("network", overNetwork(address, within, shared), System.nanoTime() - start);
    }

    private Optional<Fetch> fresh(WebAddress address) {
        return cache.of(address)
                .filter(entry -> entry.isFresh(clock.instant()))
                .map(DocumentCache.Entry::fetch);
    }

    private Fetch overNetwork(WebAddress address, Duration within, boolean shared) {
        boolean hurried = within.compareTo(limits.total()) < 0;
        Deadline deadline = Deadline.in(hurried ? within : limits.total());
        try {
            HostSlots.Slot slot = slots.take(address.host(), deadline);
            boolean handedOver = false;
            try {
                Optional<Fetch> meanwhile = shared ? fresh(address) : Optional.empty();
                if (meanwhile.isPresent()) {
                    return meanwhile.get();
                }
                Attempt attempt = new Attempt(address, deadline, shared, slot);
                Future<Fetch> running = exchanges.submit(attempt::run);
                handedOver = true;
                return outcome(attempt, running, deadline);
            } finally {
                if (!handedOver) {
                    slot.giveBack();
                }
            }
        } catch (FetchException failure) {
            return failed(address, failure.fault(), shared && !hurried);
        } catch (RejectedExecutionException _) {
            return new Fetch.Failed(FetchFault.BUSY);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Fetch.Failed(FetchFault.TIMED_OUT);
        }
    }

    private static Fetch outcome(Attempt attempt, Future<Fetch> running, Deadline deadline)
            throws FetchException, InterruptedException {
        try {
            return running.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            throw new FetchException(FetchFault.TIMED_OUT);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof FetchException fetch) {
                throw fetch;
            }
            throw new IllegalStateException("a fetch ended in a fault of ours", failure.getCause());
        } finally {
            attempt.cut();
        }
    }

    /**
     * A failure stands for a moment, so that a hundred badges of one dead issuer ask it once; not
     * when it was our own hurry or crowd that failed.
     */
    private Fetch failed(WebAddress address, FetchFault fault, boolean remember) {
        Fetch failed = new Fetch.Failed(fault);
        if (remember && fault != FetchFault.BUSY) {
            cache.put(
                    address,
                    new DocumentCache.Entry(
                            failed, Validators.NONE, clock.instant().plus(FAILURE_STANDS)));
        }
        return failed;
    }

    private Fetch counted(String source, Fetch fetch, long nanos) {
        String outcome =
                switch (fetch) {
                    case Fetch.Fetched _ -> "fetched";
                    case Fetch.Failed(var fault) -> fault.wireName();
                };
        meters.timer("assay.fetch", "source", source, "outcome", outcome)
                .record(nanos, TimeUnit.NANOSECONDS);
        return fetch;
    }

    /**
     * One fetch over the network, on a thread of its own. Keeps its slot until it is really over.
     */
    private final class Attempt {
        private final WebAddress address;
        private final Deadline deadline;
        private final boolean shared;
        private final HostSlots.Slot slot;
        private Optional<Exchange> running = Optional.empty();
        private boolean cut;

        Attempt(WebAddress address, Deadline deadline, boolean shared, HostSlots.Slot slot) {
            this.address = address;
            this.deadline = deadline;
            this.shared = shared;
            this.slot = slot;
        }

        Fetch run() throws FetchException, InterruptedException {
            try {
                List<InetAddress> good = names.addressesOf(address, deadline);
                Optional<DocumentCache.Entry> stale =
                        shared
                                ? cache.of(address).filter(e -> e.validators().areThere())
                                : Optional.empty();
                Validators validators =
                        stale.map(DocumentCache.Entry::validators).orElse(Validators.NONE);
                WebAddress at = address;
                for (int hops = 0; hops <= limits.redirects(); hops++) {
                    Answer answer = get(at, good, at == address ? validators : Validators.NONE);
                    if (!answer.isRedirect()) {
                        return document(answer, stale);
                    }
                    at = next(at, answer);
                }
                throw new FetchException(FetchFault.TOO_MANY_REDIRECTS);
            } finally {
                slot.giveBack();
            }
        }

        /** From any thread, at any time. */
        void cut() {
            Optional<Exchange> exchange;
            synchronized (this) {
                cut = true;
                exchange = running;
            }
            exchange.ifPresent(Exchange::close);
        }

        private Answer get(WebAddress at, List<InetAddress> good, Validators validators)
                throws FetchException {
            try (Exchange exchange =
                    new Exchange(at, good, wires, limits.withTotal(deadline.left()))) {
                synchronized (this) {
                    if (cut || deadline.isOver()) {
                        throw new FetchException(FetchFault.TIMED_OUT);
                    }
                    running = Optional.of(exchange);
                }
                return exchange.get(validators);
            } catch (FetchException failure) {
                throw deadline.isOver() ? new FetchException(FetchFault.TIMED_OUT) : failure;
            }
        }

        private WebAddress next(WebAddress from, Answer answer) throws FetchException {
            String location =
                    answer.headers()
                            .first("Location")
                            .orElseThrow(() -> new FetchException(FetchFault.BROKEN_ANSWER));
            if (!(from.resolve(location) instanceof WebAddress.Accepted(var target))
                    || !target.isOfSameOriginAs(address)) {
                throw new FetchException(FetchFault.REDIRECTED_ELSEWHERE);
            }
            return target;
        }

        private Fetch document(Answer answer, Optional<DocumentCache.Entry> stale)
                throws FetchException {
            if (answer.status() == Answer.NOT_MODIFIED && stale.isPresent()) {
                return kept(stale.get().fetch(), stale.get().validators(), answer.headers());
            }
            if (answer.status() != Answer.OK) {
                throw new FetchException(
                        switch (answer.status()) {
                            case 404 -> FetchFault.NOT_THERE;
                            case 410 -> FetchFault.GONE;
                            default -> FetchFault.HTTP_STATUS;
                        });
            }
            return kept(
                    new Fetch.Fetched(
                            answer.body(), answer.headers().first("Content-Type").orElse("")),
                    new Validators(
                            answer.headers().first("ETag"),
                            answer.headers().first("Last-Modified")),
                    answer.headers());
        }

        private Fetch kept(Fetch fetch, Validators validators, ResponseHeaders headers) {
            if (shared) {
                Freshness.until(headers, clock.instant())
                        .ifPresentOrElse(
                                until ->
                                        cache.put(
                                                address,
                                                new DocumentCache.Entry(fetch, validators, until)),
                                () -> cache.forget(address));
            }
            return fetch;
        }
    }
}
