package dev.assay.hiring.scoring;

import dev.assay.hiring.shared.Sha256;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What all scores of a job say alike, until somebody changes what the job asks for. */
record ScoreBasis(List<Asked> requirements) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One requirement, and the most it can add to a score. */
    record Asked(
            Score.Skill skill,
            int importance,
            boolean mustHave,
            @Nullable Integer level,
            BigDecimal maxPoints) {}

    ScoreBasis {
        requirements = List.copyOf(requirements);
    }

    static ScoreBasis of(Score score) {
        return new ScoreBasis(score.requirements().stream().map(ScoreBasis::asked).toList());
    }

    static ScoreBasis read(String document) {
        return JSON.readValue(document, ScoreBasis.class);
    }

    private static Asked asked(Score.RequirementScore requirement) {
        return new Asked(
                requirement.skill(),
                requirement.importance(),
                requirement.mustHave(),
                requirement.level(),
                requirement.maxPoints());
    }

    /** It as it is stored: under an id that only the very same has. */
    Named named() {
        String document = JSON.writeValueAsString(this);
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(document));
        return new Named(new UUID(digest.getLong(), digest.getLong()), document);
    }

    record Named(UUID id, String document) {}
}
