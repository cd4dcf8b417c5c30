package dev.assay.hiring.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a score was computed from, as its row keeps it. */
class KeptInputsTest {

    private static final String SKILL = new UUID(1, 1).toString();
    private static final String OTHER = new UUID(1, 2).toString();
    private static final String ITEM = new UUID(2, 1).toString();
    private static final String KEPT =
            """
            1 2026-11-20
            r %s 5 y 3
            r %s 1 n -
            i %s credential counted trusted registry:a not-stated - 2
            s 0 exact 4 y
            s 1 narrower:2 - n
            """
                    .formatted(SKILL, OTHER, ITEM);

    @Test
    void staysAsItWasWrittenOnce() {
        assertThat(KeptInputs.write(read(KEPT))).isEqualTo(KEPT);
    }

    @Test
    void namesASkillThatNobodyAsksForItself() {
        String kept = KEPT.replace("s 0 ", "s " + new UUID(1, 9) + " ");

        assertThat(KeptInputs.write(read(kept))).contains("s " + new UUID(1, 9) + " exact 4 y");
    }

    @Test
    void isReadForEachJobByWhatThatJobAsks() {
        var reader = new KeptInputs.Reader(ScoringPolicy.standard());
        ScoringInput one = reader.read(KEPT);
        ScoringInput next = reader.read(KEPT.replace(ITEM, new UUID(2, 2).toString()));
        ScoringInput other = reader.read(KEPT.replace(" 5 y 3", " 4 n 3"));

        assertThat(next.requirements()).isSameAs(one.requirements());
        assertThat(other).isEqualTo(read(KEPT.replace(" 5 y 3", " 4 n 3")));
        assertThat(reader.read(KEPT)).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2 2026-11-20\n",
                "1 yesterday\n",
                "1 2026-11-20\nx\n",
                "1 2026-11-20\nr 5\n",
                "1 2026-11-20\ns 0 exact - n\n",
                "{}"
            })
    void refusesWhatIsNoInput(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(text));
    }

    @Test
    void refusesASkillShownTwiceInTheSameWayAndAPlaceThatNoRequirementHas() {
        assertThatIllegalArgumentException().isThrownBy(() -> read(KEPT + "s 1 narrower:2 - n\n"));
        assertThatIllegalArgumentException().isThrownBy(() -> read(KEPT + "s 2 exact - n\n"));
    }

    private static ScoringInput read(String kept) {
        return KeptInputs.read(kept, ScoringPolicy.standard());
    }
}
