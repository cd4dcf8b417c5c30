package dev.assay.hiring.members;

import dev.assay.hiring.shared.EmployerRole;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom to invite, as what. The person is named by address or, where it is known, by their id at
 * Keycloak.
 */
public record Invitation(
        Optional<String> email,
        Optional<UUID> subject,
        @Nullable String givenName,
        @Nullable String familyName,
        Set<EmployerRole> roles) {

    public Invitation {
        roles = Set.copyOf(roles);
        if (email.isPresent() == subject.isPresent()) {
            throw new IllegalArgumentException("an invitation names an address or a subject");
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("an invitation gives a role");
        }
    }

    /** Without names and address. */
    @Override
    public String toString() {
        return "Invitation[roles=%s]".formatted(roles);
    }
}
