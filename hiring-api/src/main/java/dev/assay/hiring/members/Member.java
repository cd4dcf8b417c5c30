package dev.assay.hiring.members;

import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who works at an employer.
 *
 * @param subject their id at Keycloak; null until there is one
 * @param email null until Keycloak has told it
 * @param fault a stable code of what keeps the invitation from being completed; null when nothing
 *     does
 */
public record Member(
        MemberId id,
        @Nullable UUID subject,
        @Nullable String email,
        @Nullable String givenName,
        @Nullable String familyName,
        Set<EmployerRole> roles,
        MemberState state,
        @Nullable String fault,
        Version version,
        Instant createdAt,
        Instant updatedAt) {

    public Member {
        roles = Set.copyOf(roles);
    }

    /** Without names and address. */
    @Override
    public String toString() {
        return "Member[%s, %s]".formatted(id, state);
    }
}
