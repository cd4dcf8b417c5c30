package dev.assay.hiring.partners;

import dev.assay.hiring.partners.FormerClientRepository.FormerClient;
import dev.assay.hiring.platform.keycloak.KeycloakAdmin;
import dev.assay.hiring.platform.keycloak.KeycloakUnavailable;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.Backoff;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.EmployerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes clients at Keycloak that partners changed over from, once their time is over. They are
 * good for nothing by then, by our own row, so that nothing hangs on how soon this comes to it.
 * While Keycloak is away it is tried again.
 */
@Component
class FormerClients implements EmployerTask {

    /** Stands in the change set that found those of before. */
    private static final String TOPIC = "former-clients";

    private static final Logger LOG = LoggerFactory.getLogger(FormerClients.class);
    private static final int BATCH = 20;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final FormerClientRepository repository;
    private final PartnerRepository partners;
    private final KeycloakAdmin keycloak;
    private final TenantTransaction transactions;
    private final EmployerWork work;
    private final AuditTrail audit;
    private final Clock clock;

    FormerClients(
            FormerClientRepository repository,
            PartnerRepository partners,
            KeycloakAdmin keycloak,
            TenantTransaction transactions,
            EmployerWork work,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.partners = partners;
        this.keycloak = keycloak;
        this.transactions = transactions;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /** Has a client removed then, or sooner if that was said before. */
    void removeAt(EmployerId employer, PartnerId partner, String clientId, Instant due) {
        repository.insert(employer, partner, clientId, due);
        work.noteAt(TOPIC, employer, due);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        List<FormerClient> due =
                transactions.in(
                        actor, () -> repository.due(actor.employer(), clock.instant(), BATCH));
        due.forEach(client -> remove(actor, client));
        return due.size() == BATCH;
    }

    @Override
    public Optional<Instant> nextDue(Actor.Service actor) {
        return repository.nextDue(actor.employer());
    }

    private void remove(Actor.Service actor, FormerClient client) {
        try {
            keycloak.removeClient(client.clientId());
        } catch (KeycloakUnavailable away) {
            LOG.atWarn()
                    .addKeyValue("employer", actor.employer())
                    .addKeyValue("partner", client.partner())
                    .addKeyValue("reason", away.getMessage())
                    .log("a former client waits for Keycloak to remove it");
            Duration pause = Backoff.after(client.failures() + 1, FIRST_PAUSE, LONGEST_PAUSE);
            transactions.in(
                    actor,
                    () -> repository.putOff(actor.employer(), client, clock.instant().plus(pause)));
            return;
        }
        transactions.in(
                actor,
                () -> {
                    repository.delete(actor.employer(), client);
                    partners.forgetFormer(client.partner(), client.clientId(), clock.instant());
                    audit.recordAndEmit(
                            actor,
                            "partner.former-client-removed",
                            "partner",
                            client.partner().value(),
                            Map.of());
                });
    }
}
