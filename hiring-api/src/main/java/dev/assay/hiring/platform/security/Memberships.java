package dev.assay.hiring.platform.security;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The rows that say what a person may do at an employer; they are read on every call, so a change
 * holds from the next one on. To be called inside the employer's transaction, by whoever keeps the
 * employer's people.
 */
@Component
public class Memberships {

    private final EmployerRepository repository;
    private final Clock clock;

    Memberships(EmployerRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Adds roles; those the person has stay. */
    public void grant(EmployerId employer, UUID subject, Set<EmployerRole> roles) {
        roles.forEach(role -> repository.grant(employer, subject, role, clock.instant()));
    }

    /** Gives the person exactly these roles; with none, they are no member any more. */
    public void replace(EmployerId employer, UUID subject, Set<EmployerRole> roles) {
        repository.revokeAllBut(employer, subject, roles);
        grant(employer, subject, roles);
    }
}
