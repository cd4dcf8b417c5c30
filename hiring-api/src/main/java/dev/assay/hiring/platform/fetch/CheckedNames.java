package dev.assay.hiring.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks a host up once, and gives its addresses only if every one of them is public. */
final class CheckedNames implements AutoCloseable {

    private static final int LOOKUPS_AT_ONCE = 32;

    private final Names names;
    private final AddressFilter filter;
    private final int atMost;
    // Looking a name up blocks a real thread, and cannot be interrupted.
    private final ExecutorService lookups =
            new ThreadPoolExecutor(
                    0,
                    LOOKUPS_AT_ONCE,
                    30,
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Thread.ofPlatform().daemon().name("name-lookup-", 0).factory());

    /**
     * @param atMost how many addresses of a host to give
     */
    CheckedNames(Names names, AddressFilter filter, int atMost) {
        this.names = names;
        this.filter = filter;
        this.atMost = atMost;
    }

    /**
     * @throws FetchException when there is none, one of them is not public, or it takes too long
     */
    List<InetAddress> addressesOf(WebAddress address, Deadline deadline)
            throws FetchException, InterruptedException {
        List<InetAddress> found = found(address, deadline);
        if (found.isEmpty()) {
            throw new FetchException(FetchFault.HOST_NOT_FOUND);
        }
        if (!found.stream().allMatch(filter::isPublic)) {
            throw new FetchException(FetchFault.ADDRESS_NOT_PUBLIC);
        }
        return found.stream().limit(atMost).toList();
    }

    private List<InetAddress> found(WebAddress address, Deadline deadline)
            throws FetchException, InterruptedException {
        Future<List<InetAddress>> lookup;
        try {
            lookup = lookups.submit(() -> names.addressesOf(address.host()));
        } catch (RejectedExecutionException _) {
            throw new FetchException(FetchFault.BUSY);
        }
        try {
            return lookup.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            lookup.cancel(true);
            throw new FetchException(FetchFault.TIMED_OUT);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownHostException) {
                throw new FetchException(FetchFault.HOST_NOT_FOUND);
            }
            throw new IllegalStateException("looking a name up failed", failure.getCause());
        }
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }
}
