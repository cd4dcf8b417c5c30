package dev.assay.hiring.selfservice.web;

import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.selfservice.CandidateExplanation;
import dev.assay.hiring.selfservice.Explanations;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Permission;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ExplanationController {

    private final Explanations explanations;

    ExplanationController(Explanations explanations) {
        this.explanations = explanations;
    }

    @GetMapping("/v1/applications/{id}/explanation")
    @Allowed(Permission.READ_APPLICATIONS)
    ResponseEntity<CandidateExplanation> explain(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok(explanations.of(actor, new ApplicationId(id)));
    }
}
