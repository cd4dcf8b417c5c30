package dev.assay.hiring.platform.mail;

import dev.assay.hiring.platform.mail.MailRepository.Taken;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.Backoff;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is queued. A mail is taken in one transaction, sent outside of any and settled in
 * another: a crash in between sends it once more, under the same Message-ID, and never loses it.
 */
@Component
class MailDelivery implements EmployerTask {

    static final String TOPIC = "mail";

    /** Some two days of trying. */
    static final int MOST_ATTEMPTS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final int BATCH = 20;

    /** Far longer than a transport takes. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    private final MailRepository repository;
    private final TenantTransaction transactions;
    private final MailTransport transport;
    private final Clock clock;

    MailDelivery(
            MailRepository repository,
            TenantTransaction transactions,
            MailTransport transport,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        for (int done = 0; done < BATCH; done++) {
            Optional<Taken> mail = transactions.in(actor, () -> take(actor));
            if (mail.isEmpty()) {
                return false;
            }
            send(actor, mail.get());
        }
        return true;
    }

    @Override
    public Optional<Instant> nextDue(Actor.Service actor) {
        return repository.nextDue(actor.employer());
    }

    private Optional<Taken> take(Actor actor) {
        Instant now = clock.instant();
        return repository.take(actor.employer(), now, now.plus(LEASE));
    }

    private void send(Actor actor, Taken mail) {
        try {
            transport.deliver(
                    actor.employer(),
                    mail.id(),
                    MailText.of(mail.kind(), mail.words()),
                    mail.recipient());
            settle(actor, mail, MailState.SENT, Optional.empty());
        } catch (DeliveryRefused refused) {
            if (refused.isForGood() || mail.attempt() >= MOST_ATTEMPTS) {
                settle(actor, mail, MailState.FAILED, Optional.of(refused.code()));
                LOG.atWarn()
                        .addKeyValue("employer", actor.employer())
                        .addKeyValue("mail", mail.id())
                        .addKeyValue("fault", refused.code())
                        .log("a mail was given up");
                return;
            }
            transactions.in(
                    actor,
                    () ->
                            repository.tryAgain(
                                    actor.employer(),
                                    mail,
                                    refused.code(),
                                    clock.instant().plus(pauseAfter(mail.attempt()))));
        }
    }

    private void settle(Actor actor, Taken mail, MailState state, Optional<String> fault) {
        transactions.in(
                actor,
                () -> repository.settle(actor.employer(), mail, state, fault, clock.instant()));
    }

    /** Twice as long after every attempt, up to a limit. */
    static Duration pauseAfter(int attempt) {
        return Backoff.after(attempt, FIRST_PAUSE, LONGEST_PAUSE);
    }
}
