package dev.assay.hiring.postings;

import dev.assay.hiring.platform.persistence.Rounds;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.JobReach;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Whose postings there are, for who knows no employer yet: ids alone. */
@Component
public class PostingIndex {

    private static final int MOST_KNOWN = 10_000;

    private final PostingRepository repository;
    private final TenantTransaction transactions;
    private final Map<UUID, EmployerId> known = new ConcurrentHashMap<>();
    private final Function<UUID, Optional<EmployerId>> employerOf;

    PostingIndex(PostingRepository repository, TenantTransaction transactions) {
        this.repository = repository;
        this.transactions = transactions;
        this.employerOf =
                Rounds.sharing(job ->
                        transactions.withoutTenantAsWorker(() -> repository.employerOf(job)));
    }

    /** Whose job it is, and stays for ever; empty when it was never open. */
    public Optional<EmployerId> employerOf(UUID job) {
        EmployerId before = known.get(job);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<EmployerId> employer = employerOf.apply(job);
        employer.ifPresent(found -> remember(job, found));
        return employer;
    }

    private void remember(UUID job, EmployerId employer) {
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(job, employer);
    }

    /** The employer with this alias. */
    public Optional<EmployerId> employer(String alias) {
        return transactions.withoutTenantAsWorker(() -> repository.withAlias(alias));
    }

    /** The aliases of employers that ever had a job open, in their order. */
    public List<String> employers(String after, int limit) {
        return transactions.withoutTenantAsWorker(() -> repository.employers(after, limit));
    }

    /** Jobs of the employer that were ever open, of those in reach, by id. */
    public List<UUID> after(EmployerId employer, JobReach reach, Optional<UUID> after, int limit) {
        return transactions.withoutTenantAsWorker(
                () -> repository.after(employer, reach, after, limit));
    }

    /** Those of these jobs of the employer that were ever open. */
    public Set<UUID> opened(EmployerId employer, Collection<UUID> jobs) {
        return transactions.withoutTenantAsWorker(() -> repository.opened(employer, jobs));
    }
}
