package dev.assay.hiring.credentials;

import dev.assay.hiring.credentials.WatchRepository.Watched;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Looks again at the documents that verdicts hang on, each once for all credentials that share it:
 * a status list on which somebody was revoked, an issuer whose keys were exchanged. What has
 * changed is acted on: {@link Rechecking} verifies what hangs on it, and what it finds is scored.
 * What cannot be had now stands as it was, until it has not been had for so long that it is doubted
 * like anything that cannot be checked.
 */
@Component
@EnableConfigurationProperties(WatchProperties.class)
class Watching implements EmployerTask {

    static final String TOPIC = "document-watch";

    private static final int BATCH = 50;

    /** Longer than a batch can take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final WatchRepository repository;
    private final Verifying verifying;
    private final TenantTransaction transactions;
    private final EmployerWork work;
    private final WatchProperties properties;
    private final Clock clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Watching(
            WatchRepository repository,
            Verifying verifying,
            TenantTransaction transactions,
            EmployerWork work,
            WatchProperties properties,
            Clock clock) {
        this.repository = repository;
        this.verifying = verifying;
        this.transactions = transactions;
        this.work = work;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    /** In the transaction that stores the verdict. */
    void watch(Actor actor, CredentialId credential, VerifiedCredential found) {
        Instant now = clock.instant();
        Instant due = now.plus(properties.next(random));
        Set<Consulted> documents = hangsOn(found);
        repository.watch(actor.employer(), credential, documents, now, due);
        if (!documents.isEmpty()) {
            work.noteAt(TOPIC, actor.employer(), due);
        }
    }

    /** The same for credentials that have just been stored, so that no verdict was before. */
    void watchNew(Actor actor, Map<CredentialId, VerifiedCredential> found) {
        Map<CredentialId, Set<Consulted>> documents = new LinkedHashMap<>();
        found.forEach((credential, one) -> documents.put(credential, hangsOn(one)));
        if (documents.values().stream().allMatch(Set::isEmpty)) {
            return;
        }
        Instant now = clock.instant();
        Instant due = now.plus(properties.next(random));
        repository.watchNew(actor.employer(), documents, now, due);
        work.noteAt(TOPIC, actor.employer(), due);
    }

    private static Set<Consulted> hangsOn(VerifiedCredential found) {
        return Recheck.isForGood(found.report()) ? Set.of() : found.consulted();
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        Instant now = clock.instant();
        List<Watched> due =
                transactions.in(
                        actor,
                        () -> repository.take(actor.employer(), now, now.plus(LEASE), BATCH));
        Verifying.sideBySide(
                due.stream().<Callable<Boolean>>map(one -> () -> look(actor, one)).toList());
        return due.size() == BATCH;
    }

    @Override
    public Optional<Instant> nextDue(Actor.Service actor) {
        return repository.nextDue(actor.employer());
    }

    private boolean look(Actor.Service actor, Watched watched) {
        Optional<String> digest = verifying.digest(watched.address(), RemoteTime.IN_BACKGROUND);
        return transactions.in(actor, () -> keep(actor, watched, digest));
    }

    private boolean keep(Actor.Service actor, Watched watched, Optional<String> digest) {
        Instant now = clock.instant();
        if (!repository.isNeeded(actor.employer(), watched)
                || !repository.looked(
                        actor.employer(), watched, now.plus(properties.next(random)))) {
            return false;
        }
        boolean changed = digest.filter(seen -> !seen.equals(watched.digest())).isPresent();
        boolean old = !now.isBefore(watched.actedAt().plus(properties.anewAfter()));
        if (changed || old) {
            repository.actOn(actor.employer(), watched, digest.orElse(watched.digest()), now);
            work.note(Rechecking.TOPIC, actor.employer());
        }
        return changed;
    }
}
