package dev.assay.hiring.credentials;

import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.Check;
import dev.assay.credential.report.CheckCode;
import dev.assay.credential.report.CheckOutcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.credentials.RecheckRepository.Taken;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.platform.work.EmployerTask;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tries again what could not be checked, until it is settled: at growing intervals, never for the
 * last time. What it finds is kept beside what was found before, and scored. The checks themselves
 * run between two transactions.
 */
@Component
@EnableConfigurationProperties(RecheckProperties.class)
class Rechecking implements EmployerTask {

    static final String TOPIC = "credential-recheck";

    private static final int BATCH = 16;

    /** Longer than a batch can take. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final RecheckRepository due;
    private final CredentialRepository credentials;
    private final Candidates candidates;
    private final Verifying verifying;
    private final Watching watching;
    private final PersonalVault vault;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final RecheckProperties properties;
    private final Clock clock;
    private final JsonMapper json;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Rechecking(
            RecheckRepository due,
            CredentialRepository credentials,
            Candidates candidates,
            Verifying verifying,
            Watching watching,
            PersonalVault vault,
            TenantTransaction transactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            RecheckProperties properties,
            Clock clock,
            JsonMapper json) {
        this.due = due;
        this.credentials = credentials;
        this.candidates = candidates;
        this.verifying = verifying;
        this.watching = watching;
        this.vault = vault;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
        this.properties = properties;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public boolean runBatch(Actor.Service actor) {
        List<Task> tasks = transactions.in(actor, () -> take(actor));
        Verifying.sideBySide(
                tasks.stream().<Callable<Boolean>>map(task -> () -> recheck(actor, task)).toList());
        return tasks.size() == BATCH;
    }

    @Override
    public Optional<Instant> nextDue(Actor.Service actor) {
        return due.nextDue(actor.employer());
    }

    private List<Task> take(Actor actor) {
        Instant now = clock.instant();
        List<Taken> all = due.take(actor.employer(), now, now.plus(LEASE), BATCH);
        List<CandidateId> ids = all.stream().map(Taken::candidate).distinct().toList();
        Map<CandidateId, Candidate> holders = candidates.withIds(actor, ids);
        PersonKeys keys = vault.keys(actor, ids.stream().map(CandidateId::person).toList());
        return all.stream()
                .flatMap(taken ->
                        Optional.ofNullable(holders.get(taken.candidate()))
                                .flatMap(holder -> task(taken, holder, keys))
                                .stream())
                .toList();
    }

    /** Empty for a person who is being erased: then nothing is left to try. */
    private static Optional<Task> task(Taken taken, Candidate holder, PersonKeys keys) {
        PersonId person = taken.candidate().person();
        Optional<SubmittedCredential> submitted =
                taken.sealed().isPresent()
                        ? keys.open(person, taken.sealed().get())
                                .map(bytes ->
                                        new SubmittedDocument(
                                                bytes, taken.mediaType().orElseThrow()))
                        : keys.open(person, taken.sealedAddress().orElseThrow())
                                .map(CredentialAddress::of);
        return submitted.map(one -> new Task(taken, one, recipient(holder)));
    }

    private static Recipient recipient(Candidate candidate) {
        Set<String> address = Set.of(candidate.email().address());
        return candidate.emailStatus().isConfirmed()
                ? new Recipient(address, Set.of(), Set.of())
                : new Recipient(Set.of(), address, Set.of());
    }

    private boolean recheck(Actor actor, Task task) {
        VerifiedCredential found =
                verifying
                        .all(List.of(task.submitted()), task.recipient(), RemoteTime.IN_BACKGROUND)
                        .getFirst();
        return transactions.in(actor, () -> keep(actor, task, found));
    }

    /**
     * False when another worker was faster, whose finding then stands; or when the credential is
     * gone, with the person it was of.
     */
    private boolean keep(Actor actor, Task task, VerifiedCredential found) {
        Instant now = clock.instant();
        PersonKeys keys = vault.keys(actor, List.of(task.taken().candidate().person()));
        return credentials
                .get(actor.employer(), task.taken().credential())
                .map(sealed -> sealed.opened(keys, json))
                .filter(before -> keep(actor, task, before, found, keys, now))
                .isPresent();
    }

    private boolean keep(
            Actor actor,
            Task task,
            StoredCredential before,
            VerifiedCredential found,
            PersonKeys keys,
            Instant now) {
        boolean ours = putOff(actor, task, before, found, now);
        if (ours) {
            watching.watch(actor, before.id(), found);
        }
        if (ours && differs(before.report(), found.report())) {
            store(actor, task, before, found, keys, now);
        }
        return ours;
    }

    /** Settles it, or has it tried again; false when the lease is another's by now. */
    private boolean putOff(
            Actor actor,
            Task task,
            StoredCredential before,
            VerifiedCredential found,
            Instant now) {
        Optional<Instant> again =
                before.withdrawnAt().isPresent()
                        ? Optional.empty()
                        : Recheck.next(found.report(), now);
        return again.map(next ->
                        due.postpone(
                                actor.employer(),
                                task.taken(),
                                next.isAfter(now) ? next : now.plus(wait(task))))
                .orElseGet(() -> due.settle(actor.employer(), task.taken()));
    }

    private Duration wait(Task task) {
        return properties.after(task.taken().attempts() + 1, random);
    }

    private void store(
            Actor actor,
            Task task,
            StoredCredential before,
            VerifiedCredential found,
            PersonKeys keys,
            Instant now) {
        if (task.taken().sealed().isEmpty()) {
            found.document()
                    .ifPresent(document ->
                            credentials.arrived(actor.employer(), before, document, keys));
        }
        credentials.verifiedAgain(
                actor.employer(), before.with(found.report(), now), found.evidence(), keys);
        audit.recordAndEmit(
                actor,
                "credential.rechecked",
                "credential",
                before.id().value(),
                Findings.of(before.application(), found.report()));
        events.publishEvent(
                new CredentialRechecked(
                        actor, before.id(), candidates.samePersonIds(actor, before.candidate())));
    }

    /** The wording may differ from one time to the next; that is no finding. */
    private static boolean differs(VerificationReport before, VerificationReport after) {
        return !verdicts(before).equals(verdicts(after))
                || !before.credential().equals(after.credential());
    }

    private static List<Map.Entry<CheckOutcome, CheckCode>> verdicts(VerificationReport report) {
        return report.checks().stream()
                .<Map.Entry<CheckOutcome, CheckCode>>map(Rechecking::verdict)
                .toList();
    }

    private static Map.Entry<CheckOutcome, CheckCode> verdict(Check check) {
        return Map.entry(check.outcome(), check.code());
    }

    private record Task(Taken taken, SubmittedCredential submitted, Recipient recipient) {}
}
