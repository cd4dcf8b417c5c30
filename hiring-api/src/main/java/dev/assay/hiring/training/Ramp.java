package dev.assay.hiring.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.RampUp;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a new hire becomes productive, counted from the end of training.
 *
 * @param transfer how much of the loss full coverage of the role's skills would take away; our own
 *     assumption of 0 to 0.5 when absent
 * @param curve exponential when absent
 * @param sharing whether the unknown ramp is one for all hires of a cohort, as when absent, or each
 *     hire's own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Ramp(
        @NotNull @Valid Range initialProductivity,
        @NotNull @Valid Range weeksTo95,
        @Nullable @Valid Range transfer,
        @Nullable Curve curve,
        @Nullable Sharing sharing) {

    private static final Range USUAL_TRANSFER = Range.pert(0, 0.25, 0.5);

    /** The form of the way up. */
    public enum Curve {
        EXPONENTIAL("exponential", RampUp.Curve.EXPONENTIAL),
        LINEAR("linear", RampUp.Curve.LINEAR),
        POWER("power", RampUp.Curve.POWER);

        private final String wireName;
        private final RampUp.Curve form;

        Curve(String wireName, RampUp.Curve form) {
            this.wireName = wireName;
            this.form = form;
        }

        @JsonValue
        public String wireName() {
            return wireName;
        }
    }

    /** Whether hires share the unknowns of the ramp. */
    public enum Sharing {
        SHARED("shared", RampUp.Sharing.SHARED),
        PER_HIRE("per-hire", RampUp.Sharing.PER_HIRE);

        private final String wireName;
        private final RampUp.Sharing sharing;

        Sharing(String wireName, RampUp.Sharing sharing) {
            this.wireName = wireName;
            this.sharing = sharing;
        }

        @JsonValue
        public String wireName() {
            return wireName;
        }
    }

    /** The same with what was left out. */
    Ramp complete() {
        return new Ramp(
                initialProductivity,
                weeksTo95,
                Objects.requireNonNullElse(transfer, USUAL_TRANSFER),
                Objects.requireNonNullElse(curve, Curve.EXPONENTIAL),
                Objects.requireNonNullElse(sharing, Sharing.SHARED));
    }

    RampUp rampUp() {
        Ramp all = complete();
        return new RampUp(
                InvalidInputException.within("initialProductivity", initialProductivity::uncertain),
                InvalidInputException.within("weeksTo95", weeksTo95::uncertain),
                InvalidInputException.within(
                        "transfer", Objects.requireNonNull(all.transfer())::uncertain),
                Objects.requireNonNull(all.curve()).form,
                Objects.requireNonNull(all.sharing()).sharing);
    }
}
