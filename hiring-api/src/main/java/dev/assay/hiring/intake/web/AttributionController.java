package dev.assay.hiring.intake.web;

import dev.assay.hiring.applications.AttributionResponse;
import dev.assay.hiring.applications.Attributions;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import java.util.UUID;
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
        return AttributionResponse.of(attributions.of(actor, new ApplicationId(id)));
    }
}
