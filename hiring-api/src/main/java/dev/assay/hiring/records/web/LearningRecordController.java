package dev.assay.hiring.records.web;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.records.LearningRecords;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

@RestController
class LearningRecordController {

    private final LearningRecords records;

    LearningRecordController(LearningRecords records) {
        this.records = records;
    }

    /** Made anew each time: who asks, and when, is written down. */
    @GetMapping("/v1/candidates/{id}/learning-employment-record")
    @Allowed(Permission.READ_APPLICATIONS)
    @Costly
    ResponseEntity<ObjectNode> read(Actor actor, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(records.of(actor, new CandidateId(id)));
    }
}
