package dev.assay.hiring.platform.security;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.security.OrganizationsClaim.Organization;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.TeamJobs;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Joins what Keycloak says (who, and which organizations) with what we say (what one may do at an
 * employer). A person acts at an employer only when the token names its organization and a
 * membership row of ours gives a role.
 */
@Component
public class Employers {

    private final EmployerRepository repository;
    private final TenantTransaction transactions;
    private final TeamJobs teamJobs;
    private final Clock clock;

    Employers(
            EmployerRepository repository,
            TenantTransaction transactions,
            TeamJobs teamJobs,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.teamJobs = teamJobs;
        this.clock = clock;
    }

    /**
     * @param alias the employer the person asks for; null when they leave it to us
     */
    public EmployerChoice choose(UUID subject, OrganizationsClaim claim, @Nullable String alias) {
        List<Membership> memberships = membershipsOf(subject, claim);
        List<Membership> eligible =
                alias == null
                        ? memberships
                        : memberships.stream()
                                .filter(membership -> membership.employer().alias().equals(alias))
                                .toList();
        return switch (eligible.size()) {
            case 0 -> new EmployerChoice.Refused();
            case 1 -> chosen(subject, eligible.getFirst());
            default ->
                    new EmployerChoice.Ambiguous(
                            eligible.stream().map(Membership::employer).toList());
        };
    }

    /** The employers this person may act for, by name. */
    public List<Employer> of(UUID subject, OrganizationsClaim claim) {
        return membershipsOf(subject, claim).stream().map(Membership::employer).toList();
    }

    /**
     * Makes an employer known, bound to its Keycloak organization; an employer that is known
     * already stays as it is.
     */
    public Employer establish(EmployerId id, String alias, String name, String organizationId) {
        return transactions.withoutTenantAsWorker(() ->
                repository.insertUnlessThere(
                        new Employer(id, alias, name), organizationId, clock.instant()));
    }

    /**
     * An employer that is known.
     *
     * @throws NotFound when it is not
     */
    public EstablishedEmployer get(EmployerId id) {
        return transactions
                .withoutTenantAsWorker(() -> repository.find(id))
                .orElseThrow(() -> new NotFound("employer"));
    }

    /** Those of these that are known, by name. */
    List<Employer> withIds(Collection<EmployerId> ids) {
        return transactions.withoutTenantAsWorker(() -> repository.withIds(ids));
    }

    /** The actor's employer; may be asked inside its transaction. */
    public EstablishedEmployer employerOf(Actor actor) {
        return transactions
                .in(actor, () -> repository.find(actor.employer()))
                .orElseThrow(() -> new NotFound("employer"));
    }

    private List<Membership> membershipsOf(UUID subject, OrganizationsClaim claim) {
        if (claim.organizations().isEmpty()) {
            return List.of();
        }
        return transactions.withoutTenant(() -> repository.memberships(subject)).stream()
                .filter(membership -> claim.organizations().stream().anyMatch(membership::isAt))
                .toList();
    }

    private EmployerChoice chosen(UUID subject, Membership membership) {
        EmployerId employer = membership.employer().id();
        Set<UUID> jobs =
                membership.roles().contains(EmployerRole.HIRING_TEAM)
                        ? teamJobs.of(employer, subject)
                        : Set.of();
        return new EmployerChoice.Chosen(
                membership.employer(),
                new Actor.Person(employer, subject, membership.roles(), jobs));
    }

    /**
     * One person's roles at one employer, and the Keycloak organization that employer is bound to.
     */
    record Membership(Employer employer, Optional<String> organizationId, Set<EmployerRole> roles) {

        Membership {
            roles = EnumSet.copyOf(roles);
        }

        /**
         * An id, where both sides know one, decides alone: an alias may be given to another
         * organization later.
         */
        boolean isAt(Organization organization) {
            if (organization.id().isPresent() && organizationId.isPresent()) {
                return organization.id().equals(organizationId);
            }
            return organization.alias().equals(employer.alias());
        }
    }
}
