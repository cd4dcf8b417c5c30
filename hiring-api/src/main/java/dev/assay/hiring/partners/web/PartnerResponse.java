package dev.assay.hiring.partners.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.partners.Grant;
import dev.assay.hiring.partners.Partner;
import dev.assay.hiring.partners.PartnerRight;
import dev.assay.hiring.partners.PartnerView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A partner; the secret only where it was just made. */
record PartnerResponse(
        UUID id,
        String name,
        String clientId,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> clientSecret,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> formerClientId,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> formerUntil,
        boolean own,
        boolean disabled,
        @Nullable GrantResponse grant,
        Instant createdAt,
        Instant updatedAt) {

    static PartnerResponse of(PartnerView view) {
        return of(view, Optional.empty());
    }

    static PartnerResponse of(PartnerView view, Optional<String> secret) {
        Partner partner = view.partner();
        return new PartnerResponse(
                partner.id().value(),
                partner.name(),
                partner.clientId(),
                secret,
                partner.former().map(Partner.Former::clientId),
                partner.former().map(Partner.Former::until),
                view.own(),
                partner.disabled(),
                view.grant().map(GrantResponse::of).orElse(null),
                partner.createdAt(),
                partner.updatedAt());
    }

    record GrantResponse(
            List<PartnerRight> permissions,
            @Nullable List<UUID> jobs,
            Instant createdAt,
            Instant updatedAt) {

        static GrantResponse of(Grant grant) {
            return new GrantResponse(
                    grant.rights().stream().sorted().toList(),
                    grant.jobs()
                            .map(jobs -> jobs.stream().map(JobId::value).sorted().toList())
                            .orElse(null),
                    grant.createdAt(),
                    grant.updatedAt());
        }
    }
}
