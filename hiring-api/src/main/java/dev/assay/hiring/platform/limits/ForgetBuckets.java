package dev.assay.hiring.platform.limits;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.Housekeeping;
import dev.assay.hiring.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Hourly: forgets the buckets of callers who have not called for an hour. */
@Component
class ForgetBuckets implements Housekeeping {

    private static final Duration UNUSED = Duration.ofHours(1);

    private final RateBucketRepository repository;
    private final TenantTransaction transactions;
    private final Clock clock;

    ForgetBuckets(RateBucketRepository repository, TenantTransaction transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-rate-buckets";
    }

    @Override
    public Duration every() {
        return UNUSED;
    }

    @Override
    public void tidy(Actor.Service actor) {
        Instant before = clock.instant().minus(UNUSED);
        transactions.withoutTenantAsWorker(() -> repository.forgetBefore(actor.employer(), before));
    }
}
