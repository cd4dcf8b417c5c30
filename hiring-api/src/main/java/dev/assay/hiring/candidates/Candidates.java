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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Clock clock;

    Candidates(
            CandidateRepository repository,
            SyncedLists lists,
            TenantTransaction transactions,
            ApplicationSight sight,
            EmailConfirmations confirmations,
            PersonalVault vault,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.lists = lists;
        this.transactions = transactions;
        this.sight = sight;
        this.confirmations = confirmations;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The person a submission names: the one we know by the same address when both times somebody
     * vouched for it, else a new one. An address nobody vouched for never joins two people, or
     * anyone could apply into another's file.
     */
    public Candidate admit(Actor actor, NewCandidate applicant) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    if (applicant.emailVerified()) {
                        return repository
                                .byConfirmedEmail(actor.employer(), applicant.email())
                                .map(known -> known.isRoot() ? known : inClear(actor, known.root()))
                                .orElseGet(() -> insert(actor, applicant));
                    }
                    return insert(actor, applicant);
                });
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

    /** Like {@link #samePersonIds}, and against merges until the transaction ends. */
    public Set<CandidateId> holdPerson(Actor actor, CandidateId id) {
        repository.hold(actor.employer(), repository.samePersonIds(actor.employer(), id));
        return repository.samePersonIds(actor.employer(), id);
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
        holdPerson(actor, id);
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

    private Candidate insert(Actor actor, NewCandidate applicant) {
        CandidateId id = new CandidateId(NewIds.next());
        Candidate candidate =
                new Candidate(
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
        if (!repository.insert(actor.employer(), candidate, actor.reference())) {
            // Another submission was first by a moment; its row is committed, so it can be read
            // now.
            return repository.byConfirmedEmail(actor.employer(), applicant.email()).orElseThrow();
        }
        vault.admit(actor, candidate.id().person());
        audit.recordAndEmit(
                actor,
                "candidate.admitted",
                "candidate",
                candidate.id().value(),
                Map.of("emailStatus", candidate.emailStatus().wireName()));
        confirmations.ask(actor, candidate);
        return candidate;
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
