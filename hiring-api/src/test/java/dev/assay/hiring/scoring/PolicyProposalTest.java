package dev.assay.hiring.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.hiring.scoring.engine.Recency;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.scoring.engine.SkillRef;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.skills.SkillId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicyProposalTest {

    private static final ScoringPolicy STANDARD = ScoringPolicy.standard();

    @Test
    void saysTheSameAsThePolicyItRepeats() {
        PolicyDraft draft = proposal(Map.of()).from(STANDARD, Map.of());

        assertThat(PolicyVersion.figures(draft.numbers()))
                .isEqualTo(PolicyVersion.figures(STANDARD));
    }

    @Test
    void putsEachNumberWhereItBelongs() {
        Map<String, Integer> figures = new HashMap<>();
        int next = 9_900;
        for (String name : PolicyVersion.figures(STANDARD).keySet()) {
            figures.put(
                    name,
                    name.equals("narrower-steps") ? 3 : name.equals("many-skills") ? 7 : next);
            next -= 100;
        }
        figures.put("broader", 100);

        PolicyDraft draft =
                new PolicyProposal("Ours", "Why", figures, Optional.empty())
                        .from(STANDARD, Map.of());

        assertThat(PolicyVersion.figures(draft.numbers())).isEqualTo(figures);
    }

    @Test
    void namesTheFieldThatDoesNotFit() {
        assertThat(faults(Map.of("trusted", 10_001, "narrower-steps", 6)))
                .containsExactlyInAnyOrder("/trusted", "/narrower-steps");
        assertThat(faults(Map.of("known", 9_000))).containsExactly("/recognised");
        assertThat(faults(Map.of("broader", 9_000))).containsExactly("/broader");
        assertThat(faults(Map.of("one-below", 0))).containsExactly("/level-reached");
    }

    @Test
    void addsASkillThatAgesToThoseThatDo() {
        var sql = new SkillId(UUID.randomUUID());
        PolicyDraft draft =
                new PolicyProposal(
                                "Ours",
                                "Why",
                                PolicyVersion.figures(STANDARD),
                                Optional.of(
                                        new PolicyProposal.AgeingSkill(sql, 36, 8_000, "Changes.")))
                        .from(STANDARD, Map.of());

        assertThat(draft.recencyReasons()).containsEntry(sql.value(), "Changes.");
        Recency recency =
                Objects.requireNonNull(draft.numbers().recency().get(new SkillRef(sql.value())));
        assertThat(List.copyOf(recency.steps())).hasSize(1);
        assertThat(recency.steps().getFirst().months()).isEqualTo(36);
    }

    private static List<String> faults(Map<String, Integer> changed) {
        return catchThrowableOfType(
                        InvalidInput.class, () -> proposal(changed).from(STANDARD, Map.of()))
                .faults()
                .stream()
                .map(InvalidInput.Fault::pointer)
                .toList();
    }

    private static PolicyProposal proposal(Map<String, Integer> changed) {
        Map<String, Integer> figures = new HashMap<>(PolicyVersion.figures(STANDARD));
        figures.putAll(changed);
        return new PolicyProposal("Ours", "Why", figures, Optional.empty());
    }
}
