package dev.assay.hiring.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.TransitionReason;
import dev.assay.hiring.scoring.engine.Counterfactual;
import dev.assay.hiring.scoring.engine.EvidenceKind;
import dev.assay.hiring.scoring.engine.Factor;
import dev.assay.hiring.scoring.engine.IgnoreReason;
import dev.assay.hiring.scoring.engine.RequirementState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidateWordsTest {

    @Test
    void hasASentenceForEveryCodeAScoreOrApplicationCanHave() {
        List<String> keys = new ArrayList<>();
        for (ApplicationPhase phase : ApplicationPhase.values()) {
            keys.add("phase." + phase.wireName());
            keys.add("status." + phase.wireName());
        }
        Arrays.stream(TransitionReason.values())
                .forEach(one -> keys.add("reason." + one.wireName()));
        Arrays.stream(IgnoreReason.values()).forEach(one -> keys.add("ignored." + one.code()));
        Arrays.stream(Factor.values()).forEach(one -> keys.add("limit." + one.code()));
        Arrays.stream(RequirementState.values()).forEach(one -> keys.add("need." + one.code()));
        Arrays.stream(Counterfactual.Road.values()).forEach(one -> keys.add("way." + one.code()));
        Arrays.stream(EvidenceKind.values())
                .filter(EvidenceKind::employerRecorded)
                .forEach(one -> keys.add("kind." + one.code()));

        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(CandidateWords.say(key, "A", "B", "C"))
                                .isNotBlank()
                                .doesNotContain("{"));
    }

    @Test
    void saysNothingForACodeItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CandidateWords.say("ignored.of-no-kind"));
        assertThat(CandidateWords.sayOr("open.of-no-kind", "open.other")).contains("not settled");
    }

    @Test
    void putsWordsInAsTheyAre() {
        assertThat(CandidateWords.say("status.rejected", "O'Neill {0} & Söhne"))
                .startsWith("O'Neill {0} & Söhne has decided");
    }
}
