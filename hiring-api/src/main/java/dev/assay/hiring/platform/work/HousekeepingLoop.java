package dev.assay.hiring.platform.work;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Visits all employers, one after the other; one's fault does not stop another's tidying. */
final class HousekeepingLoop {

    private static final Logger LOG = LoggerFactory.getLogger(HousekeepingLoop.class);
    private static final int EMPLOYERS_AT_ONCE = 500;

    private final TenantTransaction transactions;
    private final AllEmployersRepository employers;

    HousekeepingLoop(TenantTransaction transactions, AllEmployersRepository employers) {
        this.transactions = transactions;
        this.employers = employers;
    }

    void run(Housekeeping housekeeping) {
        Optional<EmployerId> last = Optional.empty();
        do {
            List<EmployerId> some = after(last);
            some.forEach(employer -> tidy(housekeeping, employer));
            last = some.isEmpty() ? Optional.empty() : Optional.of(some.getLast());
        } while (last.isPresent());
    }

    private List<EmployerId> after(Optional<EmployerId> last) {
        return transactions.withoutTenantAsWorker(() -> employers.after(last, EMPLOYERS_AT_ONCE));
    }

    @SuppressWarnings(
            "IllegalCatch") // a worker's loop: whatever one employer's work throws, the others go
    // on
    private static void tidy(Housekeeping housekeeping, EmployerId employer) {
        try {
            housekeeping.tidy(new Actor.Service(employer, housekeeping.name()));
        } catch (RuntimeException failure) {
            LOG.atError()
                    .addKeyValue("housekeeping", housekeeping.name())
                    .addKeyValue("employer", employer)
                    .setCause(failure)
                    .log("tidying up failed and will be tried again");
        }
    }
}
