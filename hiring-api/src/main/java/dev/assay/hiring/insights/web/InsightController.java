package dev.assay.hiring.insights.web;

import dev.assay.hiring.insights.AdvancementInsight;
import dev.assay.hiring.insights.HireInsight;
import dev.assay.hiring.insights.Insights;
import dev.assay.hiring.insights.TrainingInsight;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class InsightController {

    private final Insights insights;

    InsightController(Insights insights) {
        this.insights = insights;
    }

    @GetMapping("/v1/insights/training")
    @Allowed(Permission.READ_INSIGHTS)
    ResponseEntity<TrainingInsight> training(Actor actor, @RequestParam UUID roleProfileId) {
        return ResponseEntity.ok(insights.training(actor, roleProfileId));
    }

    @GetMapping("/v1/insights/advancement")
    @Allowed(Permission.READ_INSIGHTS)
    ResponseEntity<AdvancementInsight> advancement(
            Actor actor, @RequestParam Optional<UUID> jobId) {
        return ResponseEntity.ok(insights.advancement(actor, jobId));
    }

    @GetMapping("/v1/insights/hires")
    @Allowed(Permission.READ_INSIGHTS)
    ResponseEntity<HireInsight> hires(Actor actor, @RequestParam Optional<UUID> roleProfileId) {
        return ResponseEntity.ok(insights.hires(actor, roleProfileId));
    }
}
