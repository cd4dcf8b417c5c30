package dev.assay.hiring.candidates;

import dev.assay.hiring.platform.events.TouchedThing;
import dev.assay.hiring.platform.lists.ListRequest;
import dev.assay.hiring.platform.lists.SyncPage;
import dev.assay.hiring.platform.lists.SyncedList;
import dev.assay.hiring.platform.lists.SyncedLists;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationSight;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Events;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The people who applied to an employer. While they are judged blind, every person who asks is
 * given a pseudonym in the place of names and addresses; {@link #inClear} alone gives those, for
 * work whose outcome is not shown to whoever asked for it.
 */
@Component
public class Candidates {

    private final CandidateRepository repository;
    private final SyncedLists lists;
    private final TenantTransaction transactions;
    private final ApplicationSight sight;
    private final EmailConfirmations confirmations;
    private final PersonalVault vault;
    private final AuditTrail audit;
    private final Events events;
    private final Clock clock;

    Candidates(
            CandidateRepository repository,
            SyncedLists lists,
            TenantTransaction transactions,
            ApplicationSight sight,
            EmailConfirmations confirmations,
            PersonalVault vault,
            AuditTrail audit,
            Events events,
            Clock clock) {
        this.repository = repository;
        this.lists = lists;
        this.transactions = transactions;
        this.sight = sight;
        this.confirmations = confirmations;
        this.vault = vault;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The persons that submissions name, in their order: each the one we know by the same address
     * when both times somebody vouched for it, else a new one. An address nobody vouched for never
     * joins two people, or anyone could apply into another's file.
     */
    public List<Admitted> admit(Actor actor, List<NewCandidate> applicants) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    Map<String, Candidate> known = known(actor, applicants);
                    List<Candidate> unknown = new ArrayList<>();
                    List<Admitted> admitted = new ArrayList<>();
                    for (NewCandidate applicant : applicants) {
                        Optional<Candidate> before =
                                applicant.emailVerified()
                                        ? Optional.ofNullable(known.get(applicant.email().key()))
                                        : Optional.empty();
                        Candidate candidate = before.orElseGet(() -> made(applicant));
                        if (before.isEmpty()) {
                            unknown.add(candidate);
                        }
                        if (applicant.emailVerified()) {
                            known.put(applicant.email().key(), candidate);
                        }
                        admitted.add(new Admitted(candidate, before.isEmpty()));
                    }
                    Set<CandidateId> inserted = insert(actor, unknown);
                    return inserted.size() == unknown.size()
                            ? admitted
                            : afterOthers(actor, admitted, unknown, inserted);
                });
    }

    /** By the key of the address, whoever is known by one of those that are vouched for. */
    private Map<String, Candidate> known(Actor actor, List<NewCandidate> applicants) {
        Set<String> keys =
                applicants.stream()
                        .filter(NewCandidate::emailVerified)
                        .map(applicant -> applicant.email().key())
                        .collect(Collectors.toSet());
        Map<String, Candidate> known = new HashMap<>();
        if (!keys.isEmpty()) {
            repository
                    .byConfirmedEmails(actor.employer(), keys)
                    .forEach(one -> known.putIfAbsent(one.email().key(), one));
        }
        known.replaceAll((_, one) -> one.isRoot() ? one : inClear(actor, one.root()));
        return known;
    }

    /**
     * Other submissions were first with some of these, by a moment; their rows are committed, so
     * they can be read now.
     */
    private List<Admitted> afterOthers(
            Actor actor,
            List<Admitted> admitted,
            List<Candidate> unknown,
            Set<CandidateId> inserted) {
        Map<CandidateId, Email> rivalled =
                unknown.stream()
                        .filter(one -> !inserted.contains(one.id()))
                        .collect(Collectors.toMap(Candidate::id, Candidate::email));
        Map<String, Candidate> known = new HashMap<>();
        repository
                .byConfirmedEmails(
                        actor.employer(),
                        rivalled.values().stream().map(Email::key).collect(Collectors.toSet()))
                .forEach(one -> known.putIfAbsent(one.email().key(), one));
        return admitted.stream()
                .map(one ->
                        rivalled.containsKey(one.candidate().id())
                                ? new Admitted(
                                        Objects.requireNonNull(
                                                known.get(one.candidate().email().key())),
                                        false)
                                : one)
                .toList();
    }

    /**
     * @throws NotFound when this employer has no such candidate, or erased them
     */
    public Candidate get(Actor actor, CandidateId id) {
        return find(actor, id).orElseThrow(() -> new NotFound("candidate"));
    }

    /** The candidate; empty when this employer has no such candidate, or erased them. */
    public Optional<Candidate> find(Actor actor, CandidateId id) {
        return Optional.ofNullable(withIds(actor, List.of(id)).get(id));
    }

    /**
     * The candidate by their own name and address, whoever is not to know them: to write to them or
     * to compare with, never to be shown.
     *
     * @throws NotFound when this employer has no such candidate, or erased them
     */
    public Candidate inClear(Actor actor, CandidateId id) {
        return Optional.ofNullable(open(actor, List.of(id)).get(id))
                .orElseThrow(() -> new NotFound("candidate"));
    }

    /** Those of these candidates whose names, files and own words this actor is not to see. */
    public Set<CandidateId> hidden(Actor actor, Collection<CandidateId> ids) {
        return ids.isEmpty() || !(actor instanceof Actor.Person)
                ? Set.of()
                : transactions.in(actor, () -> repository.blindAmong(actor.employer(), ids));
    }

    /** Whether this actor is not to see the candidate's name, files and own words. */
    public boolean isHidden(Actor actor, CandidateId id) {
        return !hidden(actor, List.of(id)).isEmpty();
    }

    /**
     * Tells whoever keeps a copy of the lists whether the names of these, and of whoever is the
     * same person, are withheld at present; to be called inside the transaction that may have
     * changed it.
     */
    public void tellWhetherHidden(Actor actor, Collection<CandidateId> ids) {
        Set<CandidateId> all = new HashSet<>(ids);
        repository.samePersonIds(actor.employer(), ids).values().forEach(all::addAll);
        Set<CandidateId> hidden = repository.blindAmong(actor.employer(), all);
        all.removeAll(hidden);
        tell(actor, "candidate.hidden", hidden);
        tell(actor, "candidate.shown", all);
    }

    private void tell(Actor actor, String type, Set<CandidateId> ids) {
        if (!ids.isEmpty()) {
            Map<UUID, Map<String, Object>> told = new TreeMap<>();
            ids.forEach(id -> told.put(id.value(), Map.of()));
            events.emitSome(actor, type, "candidate", told);
        }
    }

    /**
     * A text about a candidate as this actor is to read it: with their pseudonym wherever it names
     * somebody who is {@linkplain #isHidden hidden} from them.
     *
     * @throws NotFound when this employer has no such candidate, or erased them
     */
    public String withoutName(Actor actor, CandidateId id, String text) {
        return isHidden(actor, id) ? NameMask.of(inClear(actor, id)).in(text) : text;
    }

    /**
     * Refuses what would tell this actor who a candidate is before they are to know.
     *
     * @throws Conflict when they are not
     */
    public void requireShown(Actor actor, CandidateId id) {
        if (isHidden(actor, id)) {
            throw new Conflict(
                    "blind-review",
                    "This candidate is reviewed blind at present: nobody is told who it is.");
        }
    }

    /** The candidates of the actor's employer, newest first; the erased are not among them. */
    public Page<Candidate> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions
                .in(
                        actor,
                        () -> repository.list(actor.employer(), CandidateFilter.NONE, after, size))
                .map(candidate -> candidate.shownTo(actor));
    }

    /**
     * A page of the candidates who are wanted, newest first; or, with a token that an earlier last
     * page gave out, what changed in that list since.
     */
    public SyncPage<Candidate> list(
            Actor actor,
            CandidateFilter filter,
            Optional<String> after,
            Optional<String> syncToken,
            PageSize size) {
        actor.require(Permission.READ_APPLICATIONS);
        ListRequest request =
                new ListRequest(
                        "candidates",
                        1,
                        filter.canonical(),
                        filter.words().isEmpty(),
                        new JobReach.Everywhere(),
                        after,
                        syncToken,
                        size);
        return lists.read(actor, request, new People(actor, filter, size));
    }

    /**
     * Puts right what is said of a candidate; their address is not: it would have to be confirmed.
     *
     * @throws NotFound when this employer has no such candidate, or erased them
     * @throws StaleVersion when somebody changed them since
     */
    public Candidate correct(
            Actor actor, CandidateId id, Version expected, ProfileCorrection correction) {
        actor.require(Permission.EDIT_CANDIDATES);
        return transactions.in(
                actor,
                () -> {
                    get(actor, id);
                    if (!repository.correct(actor.employer(), id, expected, correction)) {
                        throw new StaleVersion(expected);
                    }
                    audit.recordAndEmit(
                            actor,
                            "candidate.corrected",
                            "candidate",
                            id.value(),
                            Map.of("version", expected.next().value()));
                    return get(actor, id);
                });
    }

    /**
     * Everybody who is the same person as this candidate, themselves among them, oldest first.
     *
     * @throws NotFound when this employer has no such candidate, or erased them
     */
    public List<Candidate> samePerson(Actor actor, CandidateId id) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    get(actor, id);
                    return shown(actor, repository.samePerson(actor.employer(), id));
                });
    }

    /** The same by id alone; empty when the person was erased. */
    public Set<CandidateId> samePersonIds(Actor actor, CandidateId id) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> repository.samePersonIds(actor.employer(), id));
    }

    /**
     * Keeps others from changing these candidates, merging them and filing applications of theirs
     * until the transaction ends; to be called inside one.
     */
    public void hold(Actor actor, Collection<CandidateId> ids) {
        repository.hold(actor.employer(), ids);
    }

    /**
     * Like {@link #samePersonIds} for each of these, and against merges until the transaction ends.
     */
    public Map<CandidateId, Set<CandidateId>> holdPersons(
            Actor actor, Collection<CandidateId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Set<CandidateId> all = new HashSet<>();
        repository.samePersonIds(actor.employer(), ids).values().forEach(all::addAll);
        repository.hold(actor.employer(), all);
        return repository.samePersonIds(actor.employer(), ids);
    }

    /**
     * Everybody who is the same person as this candidate, against changes until the transaction
     * ends; to be called inside one.
     *
     * @throws NotFound when this employer has no such candidate, or erased them
     * @throws StaleVersion when the candidate was changed since
     */
    public List<Candidate> holdPerson(Actor actor, CandidateId id, Version expected) {
        actor.require(Permission.READ_APPLICATIONS);
        holdPersons(actor, List.of(id));
        if (!get(actor, id).version().equals(expected)) {
            throw new StaleVersion(expected);
        }
        return shown(actor, repository.samePerson(actor.employer(), id));
    }

    /**
     * Others who gave the same address and were not merged with this one; at most twenty. Nobody,
     * and nobody among them, whose name is withheld: the one would give away the other.
     */
    public List<Candidate> sharingAddress(Actor actor, Candidate candidate) {
        actor.require(Permission.READ_APPLICATIONS);
        if (candidate.blind() && actor instanceof Actor.Person) {
            return List.of();
        }
        return transactions
                .in(actor, () -> repository.sharingAddress(actor.employer(), candidate))
                .stream()
                .filter(other -> !other.blind() || !(actor instanceof Actor.Person))
                .toList();
    }

    /** Those of these candidates whom the actor sees, by id; who was erased is not among them. */
    public Map<CandidateId, Candidate> withIds(Actor actor, Collection<CandidateId> ids) {
        return shown(actor, open(actor, ids).values()).stream()
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
    }

    private static List<Candidate> shown(Actor actor, Collection<Candidate> candidates) {
        return candidates.stream().map(candidate -> candidate.shownTo(actor)).toList();
    }

    private Map<CandidateId, Candidate> open(Actor actor, Collection<CandidateId> ids) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions
                .in(
                        actor,
                        () -> {
                            Set<PersonId> seen =
                                    sight.seenPeople(
                                            actor, ids.stream().map(CandidateId::person).toList());
                            return repository.withIds(
                                    actor.employer(),
                                    ids.stream().filter(id -> seen.contains(id.person())).toList());
                        })
                .stream()
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
    }

    private Candidate made(NewCandidate applicant) {
        CandidateId id = new CandidateId(NewIds.next());
        return new Candidate(
                id,
                applicant.givenName(),
                applicant.familyName(),
                applicant.email(),
                applicant.emailVerified() ? EmailStatus.ASSERTED : EmailStatus.UNCONFIRMED,
                applicant.phone(),
                clock.instant(),
                Version.FIRST,
                Optional.empty(),
                id,
                false);
    }

    /** Those of them that nobody else inserted meanwhile. */
    private Set<CandidateId> insert(Actor actor, List<Candidate> unknown) {
        if (unknown.isEmpty()) {
            return Set.of();
        }
        Set<CandidateId> inserted = repository.insert(actor.employer(), unknown, actor.reference());
        List<Candidate> candidates =
                unknown.stream().filter(one -> inserted.contains(one.id())).toList();
        vault.admit(actor, candidates.stream().map(one -> one.id().person()).toList());
        Map<UUID, Map<String, Object>> details = new LinkedHashMap<>();
        candidates.forEach(one ->
                details.put(one.id().value(), Map.of("emailStatus", one.emailStatus().wireName())));
        audit.recordAndEmitEach(actor, "candidate.admitted", "candidate", details);
        confirmations.ask(actor, candidates);
        return inserted;
    }

    /** The candidates through one filter. */
    private final class People implements SyncedList<Candidate> {

        private final Actor actor;
        private final EmployerId employer;
        private final CandidateFilter filter;
        private final PageSize size;

        People(Actor actor, CandidateFilter filter, PageSize size) {
            this.actor = actor;
            this.employer = actor.employer();
            this.filter = filter;
            this.size = size;
        }

        @Override
        public Page<Candidate> page(Optional<PageCursor> after) {
            return repository
                    .list(employer, filter, after, size)
                    .map(candidate -> candidate.shownTo(actor));
        }

        @Override
        public Set<String> kinds() {
            return Set.of("candidate");
        }

        @Override
        public Set<UUID> touched(Collection<TouchedThing> things) {
            return things.stream().map(TouchedThing::id).collect(Collectors.toSet());
        }

        @Override
        public List<Candidate> now(Set<UUID> ids) {
            return shown(actor, repository.among(employer, filter, ids));
        }

        @Override
        public UUID idOf(Candidate item) {
            return item.id().value();
        }
    }
}
