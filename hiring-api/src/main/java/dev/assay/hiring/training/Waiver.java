package dev.assay.hiring.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.trainingcost.model.InvalidInputException;
import dev.assay.trainingcost.model.PassCurve;
import dev.assay.trainingcost.model.WaiverRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From which coverage proven skills open which option; an absent threshold never opens its option.
 *
 * @param residualShare what only this employer can teach, so that no outside credential proves it
 * @param spotCheck share of the assessment still taken when waived
 * @param passes the chance of passing a test-out by coverage; equal to the coverage when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Waiver(
        @Nullable Double residualShare,
        @Nullable Double shortenFrom,
        @Nullable Double testFrom,
        @Nullable Double waiveFrom,
        @Nullable Double spotCheck,
        @Nullable @Size(max = 100) List<@NotNull @Valid PassPoint> passes) {

    /** One known point of the chance of passing. */
    public record PassPoint(@NotNull Double coverage, @NotNull Double chance) {}

    WaiverRule rule() {
        return new WaiverRule.ByCoverage(
                Objects.requireNonNullElse(residualShare, 0.0),
                shortenFrom,
                testFrom,
                waiveFrom,
                Objects.requireNonNullElse(spotCheck, 0.0),
                passes == null ? PassCurve.AS_COVERED : curve(passes));
    }

    private static PassCurve curve(List<PassPoint> points) {
        List<PassCurve.Point> known = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            PassPoint point = points.get(i);
            known.add(
                    InvalidInputException.within(
                            "passes[" + i + "]",
                            () -> new PassCurve.Point(point.coverage(), point.chance())));
        }
        try {
            return new PassCurve(known);
        } catch (InvalidInputException refused) {
            // The library calls the list what it is; callers know it as passes.
            throw new InvalidInputException(
                    refused.path().replaceFirst("^points", "passes"), refused.problem());
        }
    }
}
