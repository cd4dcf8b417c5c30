package dev.assay.hiring.webhooks;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.Housekeeping;
import dev.assay.hiring.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Hourly: forgets what was delivered a month ago; the events themselves are kept for good. */
@Component
class ForgetDeliveries implements Housekeeping {

    private static final Duration KEPT = Duration.ofDays(30);

    private final DeliveryRepository repository;
    private final TenantTransaction transactions;
    private final Clock clock;

    ForgetDeliveries(DeliveryRepository repository, TenantTransaction transactions, Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-deliveries";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void tidy(Actor.Service actor) {
        transactions.in(
                actor, () -> repository.forget(actor.employer(), clock.instant().minus(KEPT)));
    }
}
