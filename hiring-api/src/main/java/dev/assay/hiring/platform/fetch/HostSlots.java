package dev.assay.hiring.platform.fetch;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many fetches may run at once, from one host and in all. Forgets hosts nobody waits for. */
final class HostSlots {

    private final int perHost;
    private final Semaphore all;
    private final ConcurrentMap<String, Host> hosts = new ConcurrentHashMap<>();

    HostSlots(int perHost, int atOnce) {
        this.perHost = perHost;
        this.all = new Semaphore(atOnce, true);
    }

    /**
     * Waits for a slot, at most until the deadline.
     *
     * @throws FetchException when none came free
     */
    Slot take(String name, Deadline deadline) throws FetchException, InterruptedException {
        Host host =
                hosts.compute(
                        name,
                        (_, known) -> {
                            Host used =
                                    known == null ? new Host(new Semaphore(perHost, true)) : known;
                            used.users++;
                            return used;
                        });
        boolean taken = false;
        try {
            if (!within(deadline, host.slots)) {
                throw new FetchException(FetchFault.BUSY);
            }
            if (!within(deadline, all)) {
                host.slots.release();
                throw new FetchException(FetchFault.BUSY);
            }
            taken = true;
            return new Slot(name, host);
        } finally {
            if (!taken) {
                leave(name);
            }
        }
    }

    int hostsKnown() {
        return hosts.size();
    }

    private static boolean within(Deadline deadline, Semaphore slots) throws InterruptedException {
        return slots.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void leave(String name) {
        hosts.computeIfPresent(name, (_, host) -> --host.users == 0 ? null : host);
    }

    /** Counted under the map's own lock of its entry. */
    private static final class Host {
        private final Semaphore slots;
        private int users;

        Host(Semaphore slots) {
            this.slots = slots;
        }
    }

    /** To be given back once. */
    final class Slot {
        private final String name;
        private final Host host;

        private Slot(String name, Host host) {
            this.name = name;
            this.host = host;
        }

        void giveBack() {
            all.release();
            host.slots.release();
            leave(name);
        }
    }
}
