package dev.assay.hiring.insights;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How hires did and what was paid for them, by what they had shown; of one role, or of all when
 * there is none.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HireInsight(
        @Nullable UUID roleProfileId, List<Group> groups, List<Reference> references) {

    /**
     * Some of the hires.
     *
     * @param group {@code all}, {@code with-credentials}, {@code without}, {@code credit-bearing},
     *     {@code gen-ai} or {@code achievement}
     * @param achievement whose, in a group of that kind
     * @param premiumPaid in percent, by the accepted offers
     * @param premiumCeiling in percent, by the estimates that these offers were weighed against
     * @param premiumAboveCeiling paid less ceiling, pair by pair; below 0 where it paid off
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Group(
            String group,
            @Nullable String achievement,
            long hires,
            Interval rating30,
            Interval rating60,
            Interval rating90,
            Interval premiumPaid,
            Interval premiumCeiling,
            Interval premiumAboveCeiling,
            List<Caution> cautions) {}
}
