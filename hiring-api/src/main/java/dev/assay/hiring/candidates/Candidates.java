package dev.assay.hiring.candidates;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The people who applied to an employer. */
@Component
public class Candidates {

    private final CandidateRepository repository;
    private final TenantTransaction transactions;
    private final PersonalVault vault;
    private final AuditTrail audit;
    private final Clock clock;

    Candidates(
            CandidateRepository repository,
            TenantTransaction transactions,
            PersonalVault vault,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
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
                                .byAssertedEmail(actor.employer(), applicant.email())
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

    /** These candidates, by id; those who were erased are not among them. */
    public Map<CandidateId, Candidate> withIds(Actor actor, Collection<CandidateId> ids) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> repository.withIds(actor.employer(), ids)).stream()
                .collect(Collectors.toMap(Candidate::id, Function.identity()));
    }

    private Candidate insert(Actor actor, NewCandidate applicant) {
        Candidate candidate =
                new Candidate(
                        new CandidateId(NewIds.next()),
                        applicant.givenName(),
                        applicant.familyName(),
                        applicant.email(),
                        applicant.emailVerified() ? EmailStatus.ASSERTED : EmailStatus.UNCONFIRMED,
                        applicant.phone(),
                        clock.instant(),
                        Version.FIRST);
        if (!repository.insert(actor.employer(), candidate, actor.reference())) {
            // Another submission was first by a moment; its row is committed, so it can be read
            // now.
            return repository.byAssertedEmail(actor.employer(), applicant.email()).orElseThrow();
        }
        vault.admit(actor, candidate.id().person());
        audit.record(
                actor,
                "candidate.admitted",
                "candidate",
                candidate.id().value(),
                Map.of("emailStatus", candidate.emailStatus().wireName()));
        return candidate;
    }
}
