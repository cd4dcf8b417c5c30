package dev.assay.admin.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.admin.shell.RenderedPage;
import dev.assay.admin.shell.Theme;
import dev.assay.hiring.scoring.PolicyProposal;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.skills.SkillId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PolicyFormTest {

    private static final SkillId SQL = new SkillId(UUID.randomUUID());
    private static final Map<String, Integer> IN_FORCE =
            new LinkedHashMap<>(Map.of("trusted", 8_000, "many-skills", 5));

    @Test
    void startsFromWhatIsInForceInPercent() {
        PolicyForm form = PolicyForm.startingFrom(IN_FORCE);

        assertThat(form.numbers()).containsEntry("trusted", "80").containsEntry("many-skills", "5");
    }

    @Test
    void readsPercentAsTenThousandthsAndCountsAsTheyAre() {
        PolicyProposal proposal =
                typed("name", "Ours", "reason", "Why", "trusted", "75.25", "many-skills", "6")
                        .proposal(_ -> Optional.empty());

        assertThat(proposal.figures()).isEqualTo(Map.of("trusted", 7_525, "many-skills", 6));
        assertThat(proposal.ageing()).isEmpty();
    }

    @Test
    void readsTheSkillWhoseEvidenceAges() {
        PolicyForm form =
                typed(
                        "name",
                        "Ours",
                        "reason",
                        "Why",
                        "trusted",
                        "75",
                        "many-skills",
                        "6",
                        "skill",
                        "SQL",
                        "months",
                        "36",
                        "value",
                        "80",
                        "because",
                        "It changes.");

        assertThat(form.proposal(_ -> Optional.of(SQL)).ageing())
                .contains(new PolicyProposal.AgeingSkill(SQL, 36, 8_000, "It changes."));
    }

    @Test
    void namesEachFieldThatCannotBeRead() {
        PolicyForm form = typed("trusted", "much", "many-skills", "1.5", "skill", "SQL");

        InvalidInput refused =
                catchThrowableOfType(
                        InvalidInput.class, () -> form.proposal(_ -> Optional.empty()));

        assertThat(refused.faults())
                .extracting(InvalidInput.Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/name",
                        "/reason",
                        "/trusted",
                        "/many-skills",
                        "/skill",
                        "/because",
                        "/months",
                        "/value");
    }

    @Test
    void showsEachNumberUnderItsName() {
        Map<String, Object> model = new HashMap<>();
        PolicyForm form = PolicyForm.startingFrom(IN_FORCE);
        model.put("form", form);
        model.put("fields", form.fields(RenderedPage.words()));
        model.put("trail", List.of());

        assertThat(RenderedPage.of("policies/form", Theme.LIGHT, model))
                .contains(
                        "A trusted issuer counts", "id=\"trusted\" name=\"trusted\" value=\"80\"");
    }

    private static PolicyForm typed(String... pairs) {
        Map<String, String> typed = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put(pairs[i], pairs[i + 1]);
        }
        return PolicyForm.typed(typed, IN_FORCE.keySet());
    }
}
