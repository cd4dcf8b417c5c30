package dev.assay.hiring.intake;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.Housekeeping;
import dev.assay.hiring.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Hourly: forgets imports that broke off while they were sent and left something behind, and what
 * became of the lines of old ones.
 */
@Component
class ForgetImports implements Housekeeping {

    /** No upload takes as long. */
    private static final Duration LONGEST_UPLOAD = Duration.ofDays(1);

    private static final int AT_ONCE = 20;

    private final ImportRepository repository;
    private final TenantTransaction transactions;
    private final ImportProperties properties;
    private final Clock clock;

    ForgetImports(
            ImportRepository repository,
            TenantTransaction transactions,
            ImportProperties properties,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "forget-imports";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void tidy(Actor.Service actor) {
        Instant now = clock.instant();
        List<ImportId> stale =
                transactions.in(
                        actor,
                        () ->
                                repository.stale(
                                        actor.employer(),
                                        now.minus(properties.kept()),
                                        now.minus(LONGEST_UPLOAD),
                                        AT_ONCE));
        for (ImportId one : stale) {
            transactions.in(actor, () -> repository.delete(actor.employer(), one));
        }
    }
}
