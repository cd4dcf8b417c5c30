package dev.assay.hiring.intake.web;

import dev.assay.hiring.applications.Attribution;
import dev.assay.hiring.applications.Attributions;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** By which partner an application came, a hire's among them. */
@RestController
class AttributionController {

    private final Attributions attributions;

    AttributionController(Attributions attributions) {
        this.attributions = attributions;
    }

    @GetMapping("/v1/applications/{id}/attribution")
    @Allowed(Permission.READ_APPLICATIONS)
    AttributionResponse attribution(Actor actor, @PathVariable UUID id) {
        return attributions
                .of(actor, new ApplicationId(id))
                .map(AttributionResponse::of)
                .orElse(AttributionResponse.NONE);
    }

    /** All of it null when it came by no partner. */
    record AttributionResponse(
            @Nullable UUID partnerId,
            Attribution.@Nullable Way way,
            @Nullable Instant attributedAt) {

        static final AttributionResponse NONE = new AttributionResponse(null, null, null);

        static AttributionResponse of(Attribution attribution) {
            return new AttributionResponse(
                    attribution.partner(), attribution.way(), attribution.at());
        }
    }
}
