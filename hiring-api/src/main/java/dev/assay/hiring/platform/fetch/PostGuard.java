package dev.assay.hiring.platform.fetch;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Posts to addresses that strangers chose, under the rules of {@link FetchGuard}: https only, to a
 * host with a public name whose every address is public, over a connection to one of the addresses
 * that were looked at. It follows no redirect at all, takes the beginning of an answer and no more,
 * and cuts whoever takes too long.
 */
public final class PostGuard implements AutoCloseable {

    private static final Duration LOOKING_UP = Duration.ofSeconds(5);

    private final FetchProperties properties;
    private final Wires wires;
    private final FetchLimits limits;
    private final CheckedNames names;
    private final MeterRegistry meters;
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();

    PostGuard(FetchProperties properties, Wires wires, FetchLimits limits, MeterRegistry meters) {
        this.properties = properties;
        this.wires = wires;
        this.limits = limits;
        this.names = new CheckedNames(wires.names(), properties.filter(), limits.addresses());
        this.meters = meters;
    }

    /** The guard of a program on its own, as strict as a node's. To be closed. */
    public static PostGuard standing() {
        return new PostGuard(
                FetchProperties.standard(),
                Wires.real(),
                FetchLimits.standard(),
                new SimpleMeterRegistry());
    }

    /**
     * Why nothing will be posted to this address; empty when it may be tried. A host that cannot be
     * looked up now may be there later, and is no reason; one that is private is. Not to be called
     * inside a transaction: it asks name servers.
     */
    public Optional<FetchFault> refusal(String address) {
        TenantTransaction.requireNone();
        Optional<FetchFault> refusal = properties.refusal(address);
        if (refusal.isPresent()
                || !properties.network()
                || !(WebAddress.parse(address) instanceof WebAddress.Accepted(var accepted))) {
            return refusal;
        }
        try {
            names.addressesOf(accepted, Deadline.in(LOOKING_UP));
            return Optional.empty();
        } catch (FetchException failure) {
            return Optional.of(failure.fault())
                    .filter(fault -> fault == FetchFault.ADDRESS_NOT_PUBLIC);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of(FetchFault.TIMED_OUT);
        }
    }

    /** One or more posts to an address, one after the other. To be closed. */
    public PostConversation to(String address) {
        return new PostConversation(this, address);
    }

    @Override
    public void close() {
        exchanges.shutdownNow();
        names.close();
    }

    FetchProperties properties() {
        return properties;
    }

    ExecutorService exchanges() {
        return exchanges;
    }

    Exchange exchange(WebAddress address, Deadline deadline)
            throws FetchException, InterruptedException {
        return new Exchange(
                address,
                names.addressesOf(address, deadline),
                wires,
                limits.withTotal(deadline.left()));
    }

    Posted counted(Posted posted, long nanos) {
        String outcome =
                switch (posted) {
                    case Posted.Answered(int status, _, _) -> (status / 100) + "xx";
                    case Posted.Failed(var fault) -> fault.wireName();
                };
        meters.timer("assay.post", "outcome", outcome).record(nanos, TimeUnit.NANOSECONDS);
        return posted;
    }
}
