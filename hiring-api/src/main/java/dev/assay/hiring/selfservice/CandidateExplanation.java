package dev.assay.hiring.selfservice;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How an application stands and why, for the candidate: the figures of its score with a sentence to
 * each. Names nobody else, and nothing that people wrote for themselves. The sentences may change;
 * the codes beside them are stable.
 *
 * @param decision how it ended, where it did
 * @param ways what would add points
 * @param principles how scores come about
 * @param rights what the candidate can do
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CandidateExplanation(
        UUID applicationId,
        String employer,
        String job,
        Standing status,
        Optional<Decision> decision,
        Figures score,
        List<Need> requirements,
        List<Item> credentials,
        List<Way> ways,
        List<String> principles,
        List<String> rights) {

    public CandidateExplanation {
        requirements = List.copyOf(requirements);
        credentials = List.copyOf(credentials);
        ways = List.copyOf(ways);
        principles = List.copyOf(principles);
        rights = List.copyOf(rights);
    }

    /** Where it stands. */
    public record Standing(String phase, String title, String sentence, Instant submittedAt) {}

    /** How it ended, and by which score. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Decision(Optional<String> reason, Instant decidedAt, List<String> sentences) {

        public Decision {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * The score as a whole.
     *
     * @param proven of 100; absent where there is nothing to score
     * @param potential the same with our own doubts decided in the candidate's favour
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Figures(
            Optional<BigDecimal> proven,
            Optional<BigDecimal> potential,
            String lane,
            String mustHaves,
            Instant computedAt,
            String policyId,
            int policyVersion,
            List<String> sentences) {

        public Figures {
            sentences = List.copyOf(sentences);
        }
    }

    /** One skill the job asks for. */
    public record Need(
            UUID skillId,
            String skill,
            int importance,
            boolean mustHave,
            String state,
            BigDecimal points,
            BigDecimal maxPoints,
            List<String> sentences) {

        public Need {
            sentences = List.copyOf(sentences);
        }
    }

    /**
     * One credential that was handed in.
     *
     * @param state {@code counts}, {@code open}, {@code not-counted} or {@code withdrawn}
     */
    public record Item(UUID id, String name, String issuer, String state, String sentence) {}

    /** One more item that would change the score. */
    public record Way(UUID skillId, String skill, String with, BigDecimal gain, String sentence) {}
}
