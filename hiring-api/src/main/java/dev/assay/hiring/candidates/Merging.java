package dev.assay.hiring.candidates;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Joins candidates who turn out to be one person, and parts them again. Nothing is rewritten: each
 * keeps their id, their applications and their own key, and a link says who stands for the person.
 * So a merge can be undone, and an erasure finds every key.
 */
@Component
public class Merging {

    private final CandidateRepository repository;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Merging(
            CandidateRepository repository,
            TenantTransaction transactions,
            AuditTrail audit,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.transactions = transactions;
        this.audit = audit;
        this.events = events;
    }

    /**
     * Makes the other one part of the survivor's person. Evidence of both then counts for both.
     * Done already: nothing happens.
     *
     * @throws NotFound when this employer has no such survivor
     * @throws InvalidInput when there is no such other one, or it is the same
     * @throws StaleVersion when the survivor was changed since
     * @throws Conflict when they do not share an address, or nobody confirmed it for either
     */
    public void merge(Actor actor, CandidateId survivor, Version expected, CandidateId other) {
        actor.require(Permission.EDIT_CANDIDATES);
        transactions.in(
                actor,
                () -> {
                    requireShown(actor, survivor, other);
                    Candidate kept = held(actor, survivor, other, expected);
                    Candidate joining = heldOther(actor, other);
                    if (kept.root().equals(joining.root())) {
                        return;
                    }
                    requireSameAddress(person(actor, kept.root()), person(actor, joining.root()));
                    link(actor, kept, joining);
                });
    }

    /**
     * Takes the other one out of the survivor's person, with those who had joined them before.
     *
     * @throws NotFound when this employer has no such survivor
     * @throws StaleVersion when the survivor was changed since
     * @throws Conflict when the other one was not merged into the survivor
     */
    public void part(Actor actor, CandidateId survivor, Version expected, CandidateId other) {
        actor.require(Permission.EDIT_CANDIDATES);
        transactions.in(
                actor,
                () -> {
                    Candidate kept = held(actor, survivor, other, expected);
                    Candidate leaving = heldOther(actor, other);
                    if (!leaving.mergedInto().equals(Optional.of(kept.id()))) {
                        throw new Conflict(
                                "not-merged", "That candidate was not merged into this one.");
                    }
                    unlink(actor, kept, leaving);
                });
    }

    /** That the two share an address would tell who one of them is. */
    private void requireShown(Actor actor, CandidateId survivor, CandidateId other) {
        if (actor instanceof Actor.Person
                && !repository.blindAmong(actor.employer(), List.of(survivor, other)).isEmpty()) {
            throw new Conflict(
                    "blind-review",
                    "One of the two is reviewed blind at present: wait until then.");
        }
    }

    private void link(Actor actor, Candidate kept, Candidate joining) {
        List<Candidate> joined = person(actor, joining.root());
        // What joins is a whole person: its root is hung in, and everybody below learns of theirs.
        repository.hang(actor.employer(), joining.root(), kept.id(), kept.root());
        repository.setRoot(actor.employer(), idsWithout(joining.root(), ids(joined)), kept.root());
        repository.raise(actor.employer(), kept.id());
        record(actor, "candidate.merged", joining.root(), kept.id());
        events.publishEvent(
                new CandidatesMerged(actor, kept.root(), ids(person(actor, kept.root()))));
    }

    private void unlink(Actor actor, Candidate kept, Candidate leaving) {
        List<Candidate> together = person(actor, kept.root());
        Set<CandidateId> left = below(leaving.id(), together);
        repository.unhang(actor.employer(), leaving.id());
        repository.setRoot(actor.employer(), idsWithout(leaving.id(), left), leaving.id());
        repository.raise(actor.employer(), kept.id());
        record(actor, "candidate.parted", leaving.id(), kept.id());
        Set<CandidateId> stayed = new HashSet<>(ids(together));
        stayed.removeAll(left);
        events.publishEvent(new CandidatesParted(actor, stayed, left));
    }

    /** Both rows in one order, so that two merges that cross wait and do not block each other. */
    private Candidate held(Actor actor, CandidateId survivor, CandidateId other, Version expected) {
        if (survivor.equals(other)) {
            throw new InvalidInput("/candidateId", "is the candidate themselves");
        }
        List<Candidate> held = repository.hold(actor.employer(), Set.of(survivor, other));
        Candidate kept =
                held.stream()
                        .filter(candidate -> candidate.id().equals(survivor))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("candidate"));
        if (!kept.version().equals(expected)) {
            throw new StaleVersion(expected);
        }
        repository.hold(
                actor.employer(), held.stream().map(Candidate::root).collect(Collectors.toSet()));
        return kept;
    }

    private Candidate heldOther(Actor actor, CandidateId other) {
        return repository.withIds(actor.employer(), List.of(other)).stream()
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/candidateId", "is no candidate"));
    }

    private List<Candidate> person(Actor actor, CandidateId root) {
        return repository.samePerson(actor.employer(), root);
    }

    private static void requireSameAddress(List<Candidate> one, List<Candidate> other) {
        Set<String> ones = addresses(one);
        boolean shared = addresses(other).stream().anyMatch(ones::contains);
        if (!shared) {
            throw new Conflict(
                    "no-shared-address", "The two candidates do not share an e-mail address.");
        }
        boolean confirmed =
                Stream.concat(one.stream(), other.stream())
                        .anyMatch(candidate -> candidate.emailStatus().isConfirmed());
        if (!confirmed) {
            throw new Conflict(
                    "email-unconfirmed",
                    "Nobody confirmed the address for either of the two, so anyone may have"
                            + " written it.");
        }
    }

    private static Set<String> addresses(List<Candidate> person) {
        return person.stream()
                .map(candidate -> candidate.email().key())
                .collect(Collectors.toSet());
    }

    private static Set<CandidateId> below(CandidateId top, List<Candidate> together) {
        return together.stream()
                .filter(candidate ->
                        candidate.id().equals(top)
                                || candidate
                                        .mergedInto()
                                        .filter(parent -> below(parent, top, together))
                                        .isPresent())
                .map(Candidate::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean below(CandidateId id, CandidateId top, List<Candidate> together) {
        return id.equals(top)
                || together.stream()
                        .filter(candidate -> candidate.id().equals(id))
                        .flatMap(candidate -> candidate.mergedInto().stream())
                        .anyMatch(parent -> below(parent, top, together));
    }

    private static Set<CandidateId> ids(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::id).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<CandidateId> idsWithout(CandidateId one, Set<CandidateId> ids) {
        return ids.stream().filter(id -> !id.equals(one)).collect(Collectors.toUnmodifiableSet());
    }

    private void record(Actor actor, String action, CandidateId subject, CandidateId survivor) {
        audit.recordAndEmit(
                actor,
                action,
                "candidate",
                subject.value(),
                Map.of("survivor", survivor.toString()));
    }
}
