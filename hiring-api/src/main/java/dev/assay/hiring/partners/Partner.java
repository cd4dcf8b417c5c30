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
 * @param former the client it had before, while it changes over
 * @param disabled nothing it does is taken, whatever is granted
 */
public record Partner(
        PartnerId id,
        Optional<EmployerId> owner,
        String clientId,
        UUID subject,
        Optional<Former> former,
        String name,
        boolean disabled,
        Version version,
        Instant createdAt,
        Instant updatedAt) {

    boolean isOf(EmployerId employer) {
        return owner.equals(Optional.of(employer));
    }

    /** The same with another client, beside which the one it has goes on until then. */
    Partner changingOver(NewClient next, Instant until, Instant now) {
        return new Partner(
                id,
                owner,
                next.clientId(),
                next.subject(),
                Optional.of(new Former(clientId, subject, until)),
                name,
                disabled,
                version.next(),
                createdAt,
                now);
    }

    /** The same with the client it has alone. */
    Partner withoutFormer(Instant now) {
        return new Partner(
                id,
                owner,
                clientId,
                subject,
                Optional.empty(),
                name,
                disabled,
                version.next(),
                createdAt,
                now);
    }

    /** A client that is good for nothing from then on. */
    public record Former(String clientId, UUID subject, Instant until) {}
}
