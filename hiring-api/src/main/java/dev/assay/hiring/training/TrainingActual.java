package dev.assay.hiring.training;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.trainingcost.calibrate.Actual;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a training came to that was estimated before.
 *
 * @param predicted cost of training without ramp-up, before any calibration
 * @param spent what it did cost, without ramp-up, in the same currency
 * @param achievements what the counted credentials were awarded for
 * @param weeksTo95 weeks until the hire was nearly fully productive
 * @param predictedWeeks the same as the role had assumed for hires who show nothing
 * @param rating of the work after 90 days, on the employer's scale from 1 to 5
 * @param premiumPercent the offer premium paid
 * @param ceilingPercent what the estimate said a premium may be in the first year
 */
public record TrainingActual(
        UUID id,
        UUID estimate,
        UUID roleProfile,
        Optional<ApplicationId> application,
        LocalDate finished,
        BigDecimal predicted,
        BigDecimal spent,
        String currency,
        End ended,
        List<String> achievements,
        Optional<BigDecimal> weeksTo95,
        Optional<BigDecimal> predictedWeeks,
        Optional<BigDecimal> rating,
        Optional<BigDecimal> premiumPercent,
        Optional<BigDecimal> ceilingPercent,
        List<TestOut> tests,
        Instant recordedAt,
        String recordedBy) {

    /** How the training ended. */
    public enum End {
        COMPLETED("completed", Actual.End.COMPLETED),
        LEFT_EARLY("left-early", Actual.End.LEFT_EARLY);

        private final String wireName;
        private final Actual.End end;

        End(String wireName, Actual.End end) {
            this.wireName = wireName;
            this.end = end;
        }

        @JsonValue
        public String wireName() {
            return wireName;
        }

        static End ofWireName(String wireName) {
            return Arrays.stream(values())
                    .filter(end -> end.wireName.equals(wireName))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Whether the hire passed the test-out of a module. */
    public record TestOut(UUID moduleId, boolean passed) {}

    Actual actual() {
        return new Actual(finished, predicted.doubleValue(), spent.doubleValue(), ended.end);
    }
}
