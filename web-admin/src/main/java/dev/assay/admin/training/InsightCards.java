package dev.assay.admin.training;

import dev.assay.hiring.insights.Insights;
import dev.assay.hiring.shared.Actor;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether credentials pay off here, as tables beside what surveys say. */
@Component
public class InsightCards {

    private final Insights insights;
    private final InsightWords wording;

    InsightCards(Insights insights, InsightWords wording) {
        this.insights = insights;
        this.wording = wording;
    }

    /** What trainings of a role came to. */
    public InsightCard training(Actor actor, UUID role) {
        return wording.training(insights.training(actor, role));
    }

    /** How hires of a role did, and what was paid for them. */
    public InsightCard hires(Actor actor, UUID role) {
        return wording.hires(insights.hires(actor, Optional.of(role)));
    }

    /** How applications to a job fare. */
    public InsightCard advancement(Actor actor, UUID job) {
        return wording.advancement(insights.advancement(actor, Optional.of(job)));
    }
}
