package dev.assay.hiring.partners;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A job board with a client at Keycloak.
 *
 * @param owner the employer that registered it, which alone sees it; empty for one of the
 *     operator's, which every employer may grant something
 * @param subject the client's service account at Keycloak
 * @param disabled nothing it does is taken, whatever is granted
 */
public record Partner(
        PartnerId id,
        Optional<EmployerId> owner,
        String clientId,
        UUID subject,
        String name,
        boolean disabled,
        Version version,
        Instant createdAt,
        Instant updatedAt) {

    boolean isOf(EmployerId employer) {
        return owner.equals(Optional.of(employer));
    }
}
