package dev.assay.hiring.platform.idempotency;

import dev.assay.hiring.platform.work.Housekeeping;
import dev.assay.hiring.shared.Actor;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Hourly: forgets the answers that were kept long enough. */
@Component
class ForgetAnswers implements Housekeeping {

    private final IdempotencyLedger ledger;

    ForgetAnswers(IdempotencyLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "forget-answers";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void tidy(Actor.Service actor) {
        ledger.purge(actor);
    }
}
