package dev.assay.hiring.platform.privacy;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.KeyRotationRepository.WrappedKey;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Wraps people's keys anew with the first of the master keys, so that the others can be thrown
 * away. Begins by itself at every start that finds more than one master key, goes batch by batch,
 * and resumes where it was cut off. What is sealed under people's keys stays as it is.
 */
@Component
class KeyRotation implements EmployerTask, ApplicationRunner {

    static final String TOPIC = "rewrap-person-keys";

    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);
    private static final int BATCH = 200;

    private final MasterKey master;
    private final KeyRotationRepository keys;
    private final TenantTransaction transactions;
    private final EmployerWork work;
    private final AuditTrail audit;

    KeyRotation(
            PrivacyProperties properties,
            KeyRotationRepository keys,
            TenantTransaction transactions,
            EmployerWork work,
            AuditTrail audit) {
        this.master = MasterKey.read(properties.masterKeyFile());
        this.keys = keys;
        this.transactions = transactions;
        this.work = work;
        this.audit = audit;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (master.hasOlder()) {
            int employers = transactions.withoutTenantAsWorker(() -> work.noteForEverybody(TOPIC));
            LOG.info(
                    "people's keys of {} employers are looked through and wrapped by the master key {}",
                    employers,
                    master.name());
        }
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        return transactions.in(
                actor,
                () -> {
                    List<WrappedKey> outdated =
                            keys.notMarked(actor.employer(), master.fingerprint(), BATCH);
                    outdated.forEach(key -> rewrap(actor, key));
                    if (!outdated.isEmpty()) {
                        audit.record(
                                actor,
                                "person-keys.rewrapped",
                                "employer",
                                actor.employer().value(),
                                Map.of("keys", outdated.size(), "masterKey", master.name()));
                    }
                    return outdated.size() == BATCH;
                });
    }

    private void rewrap(Actor.Service actor, WrappedKey key) {
        String context = actor.employer() + "/" + key.person();
        byte[] dataKey = master.unwrap(key.bytes(), context);
        keys.replace(actor.employer(), key, master.wrap(dataKey, context));
    }
}
