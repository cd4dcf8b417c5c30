package dev.assay.hiring.credentials;

import dev.assay.credential.model.Recipient;
import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.issuers.Issuer;
import dev.assay.hiring.issuers.Issuers;
import dev.assay.hiring.platform.fetch.FetchFault;
import dev.assay.hiring.platform.fetch.FetchGuard;
import dev.assay.hiring.platform.limits.VerificationTurns;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.ApplicationSight;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Credentials: verified, sealed away as received, and kept with what verifying them found. */
@Component
public class Credentials {

    /** How many credentials count for one application, in all. */
    private static final int MOST = 100;

    private final Verifying verifying;
    private final FetchGuard guard;
    private final VerificationTurns turns;
    private final CredentialRepository repository;
    private final RecheckRepository rechecks;
    private final Watching watching;
    private final Candidates candidates;
    private final TenantTransaction transactions;
    private final ApplicationSight sight;
    private final PersonalVault vault;
    private final Issuers issuers;
    private final AuditTrail audit;
    private final EmployerWork work;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final JsonMapper json;

    Credentials(
            Verifying verifying,
            FetchGuard guard,
            VerificationTurns turns,
            CredentialRepository repository,
            RecheckRepository rechecks,
            Watching watching,
            Candidates candidates,
            TenantTransaction transactions,
            ApplicationSight sight,
            PersonalVault vault,
            Issuers issuers,
            AuditTrail audit,
            EmployerWork work,
            ApplicationEventPublisher events,
            Clock clock,
            JsonMapper json) {
        this.verifying = verifying;
        this.guard = guard;
        this.turns = turns;
        this.repository = repository;
        this.rechecks = rechecks;
        this.watching = watching;
        this.candidates = candidates;
        this.transactions = transactions;
        this.sight = sight;
        this.vault = vault;
        this.issuers = issuers;
        this.audit = audit;
        this.work = work;
        this.events = events;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Verifies a document for this person, when it is the employer's turn; stores nothing. Not to
     * be called inside a transaction: it takes its time, at most five seconds of it for what others
     * have to say.
     *
     * @throws TryLater when too many of this employer's wait already
     */
    public VerifiedCredential verify(Actor actor, SubmittedDocument document, Recipient recipient) {
        return turns.take(
                actor,
                () ->
                        verifying.verified(
                                Optional.empty(),
                                document,
                                recipient,
                                new RemoteTime(RemoteTime.ASKED_FOR)));
    }

    /**
     * Fetches what an application brings and verifies it, in the same order, when it is the
     * employer's turn. What others do not say within two seconds stays undecided, and a credential
     * that has not arrived by then is pending; {@link #file} sees to it that both are tried again.
     * Not to be called inside a transaction.
     *
     * @throws TryLater when too many of this employer's wait already
     */
    public List<VerifiedCredential> verify(
            Actor actor, List<SubmittedCredential> credentials, Recipient recipient) {
        List<Verifying.Arrival> arrivals = verifying.fetched(credentials, RemoteTime.INLINE);
        return turns.take(actor, () -> verifying.verified(arrivals, recipient, RemoteTime.INLINE));
    }

    /**
     * Verifies what an application brings, as {@link #verify(Actor, List, Recipient)} does, and
     * after that the credentials inside résumés among it, each as if it had been handed in alone;
     * as many as an application can have. Not to be called inside a transaction.
     *
     * @throws TryLater when too many of this employer's wait already
     */
    public List<VerifiedCredential> verifyWithContents(
            Actor actor, List<SubmittedCredential> credentials, Recipient recipient) {
        List<VerifiedCredential> verified = verify(actor, credentials, recipient);
        List<SubmittedCredential> inside =
                verified.stream()
                        .flatMap(one -> ResumeContents.of(one).stream())
                        .limit(Math.max(0, MOST - verified.size()))
                        .map(SubmittedCredential.class::cast)
                        .toList();
        if (inside.isEmpty()) {
            return verified;
        }
        List<VerifiedCredential> all = new ArrayList<>(verified);
        all.addAll(verify(actor, inside, recipient));
        return all;
    }

    /** Why a credential will never be fetched from an address, in words; empty when it may be. */
    public Optional<String> refusal(CredentialAddress address) {
        return guard.refusal(address.url()).map(FetchFault::words);
    }

    /**
     * The report with its {@code issuer-trust} check answered from the actor's employer's registry.
     */
    public VerificationReport withIssuerTrust(Actor actor, VerificationReport report) {
        actor.require(Permission.VERIFY_CREDENTIALS);
        List<String> ids = report.credential().stream().map(c -> c.issuer().id()).toList();
        return IssuerTrust.answer(report, issuers.withIdentifiers(actor, ids));
    }

    /**
     * Files verified credentials under their applications, in the transaction that files the
     * applications themselves; what could not be checked will be tried again. Each application's in
     * the order they came in.
     */
    public Map<ApplicationId, List<StoredCredential>> file(Actor actor, List<Brought> all) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        Map<ApplicationId, List<StoredCredential>> filed = new HashMap<>();
        if (all.stream().allMatch(one -> one.credentials().isEmpty())) {
            return filed;
        }
        return transactions.in(
                actor,
                () -> {
                    Instant now = clock.instant();
                    List<FiledCredential> stored = new ArrayList<>();
                    for (Brought one : all) {
                        List<StoredCredential> own =
                                filed.computeIfAbsent(one.application(), _ -> new ArrayList<>());
                        // They are read back by their ids, and those of one moment have no order.
                        Iterator<UUID> ids =
                                Stream.generate(NewIds::next)
                                        .limit(one.credentials().size())
                                        .sorted()
                                        .iterator();
                        for (VerifiedCredential verified : one.credentials()) {
                            StoredCredential credential = stored(ids.next(), one, verified, now);
                            own.add(credential);
                            stored.add(new FiledCredential(credential, verified));
                        }
                    }
                    store(actor, stored, now);
                    return filed;
                });
    }

    private static StoredCredential stored(
            UUID id, Brought to, VerifiedCredential verified, Instant now) {
        return new StoredCredential(
                new CredentialId(id),
                to.application(),
                to.candidate(),
                now,
                Optional.empty(),
                now,
                verified.report(),
                Recheck.next(verified.report(), now).map(due -> new Recheck(now, 0, due)));
    }

    private void store(Actor actor, List<FiledCredential> credentials, Instant now) {
        PersonKeys keys =
                vault.keys(
                        actor,
                        credentials.stream()
                                .map(one -> one.stored().candidate().person())
                                .collect(Collectors.toSet()));
        repository.insert(actor.employer(), credentials, keys);
        Map<CredentialId, Instant> again = new LinkedHashMap<>();
        Map<CredentialId, VerifiedCredential> found = new LinkedHashMap<>();
        Map<UUID, Map<String, Object>> findings = new LinkedHashMap<>();
        for (FiledCredential one : credentials) {
            StoredCredential credential = one.stored();
            credential.recheck().ifPresent(due -> again.put(credential.id(), due.nextAt()));
            found.put(credential.id(), one.received());
            findings.put(
                    credential.id().value(),
                    Findings.of(credential.application(), credential.report()));
        }
        rechecks.insert(actor.employer(), now, again);
        again.values().stream()
                .min(Comparator.naturalOrder())
                .ifPresent(due -> work.noteAt(Rechecking.TOPIC, actor.employer(), due));
        watching.watchNew(actor, found);
        audit.recordAndEmitEach(actor, "credential.verified", "credential", findings);
    }

    /**
     * Files one more credential under an application that stands.
     *
     * @throws Conflict when it has as many as an application can have
     */
    public StoredCredential add(
            Actor actor,
            ApplicationId application,
            CandidateId candidate,
            VerifiedCredential credential) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    if (repository.standing(actor.employer(), application) >= MOST) {
                        throw new Conflict(
                                "too-many-credentials",
                                "An application has at most " + MOST + " credentials.");
                    }
                    var brought = new Brought(application, candidate, List.of(credential));
                    StoredCredential filed =
                            Objects.requireNonNull(file(actor, List.of(brought)).get(application))
                                    .getFirst();
                    events.publishEvent(
                            new CredentialAdded(
                                    actor, filed.id(), candidates.samePersonIds(actor, candidate)));
                    return filed;
                });
    }

    /**
     * Withdraws a credential: it is kept, and counts nothing from now on. Doing it again changes
     * nothing.
     *
     * @throws NotFound when the application has no such credential
     */
    public void withdraw(
            Actor actor, ApplicationId application, CandidateId candidate, CredentialId id) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        transactions.in(
                actor,
                () -> {
                    if (!repository.belongs(actor.employer(), application, id)) {
                        throw new NotFound("credential");
                    }
                    if (repository.withdraw(actor.employer(), id, clock.instant())) {
                        audit.recordAndEmit(
                                actor,
                                "credential.withdrawn",
                                "credential",
                                id.value(),
                                Map.of("application", application.toString()));
                        events.publishEvent(
                                new CredentialWithdrawn(
                                        actor, id, candidates.samePersonIds(actor, candidate)));
                    }
                });
    }

    /**
     * The credentials of an application, in the order they were submitted; withdrawn ones among
     * them. Whom they are from is withheld while the candidate is reviewed blind, as in every list
     * here that is to be shown.
     */
    public List<StoredCredential> of(Actor actor, ApplicationId application) {
        return ofEach(actor, List.of(application)).getOrDefault(application, List.of());
    }

    /**
     * What counts for an application: its own credentials, and where its candidate was merged with
     * others, everything that any of them handed in. As it is, whoever asks: to be scored, and
     * never to be shown.
     */
    public List<StoredCredential> countingFor(
            Actor actor, ApplicationId application, CandidateId candidate) {
        // Whoever sees an application sees what counts for it, whoever handed it in.
        var reader = new Actor.Service(actor.employer(), "evidence");
        return transactions.in(
                actor,
                () -> countingFor(actor, application, candidates.samePersonIds(reader, candidate)));
    }

    /**
     * The same, where it is known already who the candidate is.
     *
     * @param person all candidates who are the same person
     */
    public List<StoredCredential> countingFor(
            Actor actor, ApplicationId application, Set<CandidateId> person) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    if (sight.seen(actor, List.of(application)).isEmpty()) {
                        return List.of();
                    }
                    return opened(
                            actor,
                            person.size() > 1
                                    ? repository.ofPerson(actor.employer(), person)
                                    : repository.ofEach(actor.employer(), Set.of(application)));
                });
    }

    /** The credentials of each of these applications, as {@link #of} gives them. */
    public Map<ApplicationId, List<StoredCredential>> ofEach(
            Actor actor, Collection<ApplicationId> ids) {
        return transactions
                .in(
                        actor,
                        () ->
                                inClear(actor, ids).values().stream()
                                        .flatMap(each -> shown(actor, each).stream()))
                .collect(Collectors.groupingBy(StoredCredential::application));
    }

    /** The same as they are, whoever asks: to be counted, and never to be shown beside a person. */
    public Map<ApplicationId, List<StoredCredential>> inClear(
            Actor actor, Collection<ApplicationId> ids) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions
                .in(
                        actor,
                        () ->
                                opened(
                                        actor,
                                        repository.ofEach(
                                                actor.employer(), sight.seen(actor, ids))))
                .stream()
                .collect(Collectors.groupingBy(StoredCredential::application));
    }

    private List<StoredCredential> shown(Actor actor, List<StoredCredential> credentials) {
        Set<CandidateId> hidden =
                candidates.hidden(
                        actor,
                        credentials.stream()
                                .map(StoredCredential::candidate)
                                .collect(Collectors.toSet()));
        return hidden.isEmpty() ? credentials : BlindReport.of(credentials);
    }

    /**
     * The documents of these credentials as they came in, by id; what has not arrived, the actor
     * does not see, or was a person's who is erased is not among them.
     */
    public Map<CredentialId, SubmittedDocument> asReceived(
            Actor actor, Collection<StoredCredential> wanted) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    List<StoredCredential> visible = visible(actor, wanted);
                    return repository.documents(actor.employer(), visible, keys(actor, visible));
                });
    }

    /**
     * Everything that these credentials were handed in as: their documents, and the addresses that
     * they came or are to come from.
     */
    public Set<SubmittedCredential> handedIn(Actor actor, Collection<StoredCredential> wanted) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    List<StoredCredential> visible = visible(actor, wanted);
                    PersonKeys keys = keys(actor, visible);
                    Set<SubmittedCredential> found =
                            new HashSet<>(repository.addresses(actor.employer(), visible, keys));
                    found.addAll(repository.documents(actor.employer(), visible, keys).values());
                    return found;
                });
    }

    private List<StoredCredential> visible(Actor actor, Collection<StoredCredential> wanted) {
        Set<ApplicationId> seen =
                sight.seen(
                        actor,
                        wanted.stream()
                                .map(StoredCredential::application)
                                .collect(Collectors.toSet()));
        return wanted.stream().filter(one -> seen.contains(one.application())).toList();
    }

    private PersonKeys keys(Actor actor, Collection<StoredCredential> credentials) {
        return vault.keys(
                actor,
                credentials.stream()
                        .map(one -> one.candidate().person())
                        .collect(Collectors.toSet()));
    }

    /**
     * Issuers of genuine credentials that the registry knows nothing of, those of the most
     * applications first; at most fifty. The name is what they call themselves.
     */
    public List<UnregisteredIssuer> unregisteredIssuers(Actor actor) {
        actor.require(Permission.READ_ISSUERS);
        return transactions.in(
                actor,
                () -> {
                    List<UnregisteredIssuer> seen = repository.issuersSeen(actor.employer());
                    var registry =
                            issuers.withIdentifiers(
                                    actor, seen.stream().map(UnregisteredIssuer::id).toList());
                    return seen.stream()
                            .filter(issuer -> !registry.containsKey(issuer.id()))
                            .limit(UnregisteredIssuer.MOST)
                            .toList();
                });
    }

    /**
     * What counts for an application, as {@link #countingFor} gives it, with the {@code
     * issuer-trust} checks answered as the registry stands now.
     */
    public List<StoredCredential> withIssuerTrust(
            Actor actor, ApplicationId application, CandidateId candidate) {
        return transactions.in(
                actor, () -> withIssuerTrust(actor, countingFor(actor, application, candidate)));
    }

    /** The same of credentials that were read already. */
    public List<StoredCredential> withIssuerTrust(Actor actor, List<StoredCredential> credentials) {
        Map<String, Issuer> registry =
                issuers.withIdentifiers(
                        actor, credentials.stream().flatMap(c -> c.issuerId().stream()).toList());
        return shown(actor, credentials.stream().map(c -> answered(c, registry)).toList());
    }

    /** The applications that hold a credential of one of these issuers. */
    public List<ApplicationId> applicationsWithIssuers(
            Actor actor, Collection<String> identifiers) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor, () -> repository.applicationsWithIssuers(actor.employer(), identifiers));
    }

    private List<StoredCredential> opened(Actor actor, List<SealedCredential> sealed) {
        PersonKeys keys =
                vault.keys(
                        actor,
                        sealed.stream()
                                .map(one -> one.plain().candidate().person())
                                .collect(Collectors.toSet()));
        return sealed.stream().map(one -> one.opened(keys, json)).toList();
    }

    private static StoredCredential answered(
            StoredCredential credential, Map<String, Issuer> registry) {
        return credential.with(IssuerTrust.answer(credential.report(), registry));
    }
}
