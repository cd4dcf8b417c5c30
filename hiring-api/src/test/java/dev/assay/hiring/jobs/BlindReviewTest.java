package dev.assay.hiring.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No phase stands for those of ended applications. */
class BlindReviewTest {

    private static final BlindReview PHASE =
            new BlindReview(StagePhase.INTERVIEW, Optional.empty());
    private static final BlindReview STAGE =
            new BlindReview(StagePhase.INTERVIEW, Optional.of(new StageId(UUID.randomUUID())));

    @ParameterizedTest
    @CsvSource({
        "NEW, IN_REVIEW, false, false",
        "IN_REVIEW, INTERVIEW, true, true",
        "INTERVIEW, IN_REVIEW, true, true",
        "INTERVIEW, INTERVIEW, false, true",
        "INTERVIEW, OFFER, false, true",
        "NEW, OFFER, true, true",
        "NEW, , true, true",
        ", IN_REVIEW, true, true",
        "INTERVIEW, , false, true",
        "OFFER, , false, false"
    })
    void aMoveMayEndOrBeginIt(
            @Nullable StagePhase from, @Nullable StagePhase to, boolean byPhase, boolean byStage) {
        assertThat(PHASE.mayChange(Optional.ofNullable(from), Optional.ofNullable(to)))
                .isEqualTo(byPhase);
        assertThat(STAGE.mayChange(Optional.ofNullable(from), Optional.ofNullable(to)))
                .isEqualTo(byStage);
    }

    @ParameterizedTest
    @CsvSource({
        "NEW, true, true",
        "IN_REVIEW, true, true",
        "INTERVIEW, false, true",
        "OFFER, false, false",
        ", false, false"
    })
    void coversThePhasesBefore(@Nullable StagePhase phase, boolean byPhase, boolean byStage) {
        assertThat(PHASE.covers(Optional.ofNullable(phase))).isEqualTo(byPhase);
        assertThat(STAGE.covers(Optional.ofNullable(phase))).isEqualTo(byStage);
    }
}
