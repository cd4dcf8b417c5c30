package dev.assay.hiring.evidence;

import dev.assay.hiring.shared.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A performance as somebody rates it.
 *
 * @param version the rubric's, by which it is rated
 * @param ratings one a criterion, in their order, each 1 to 5
 * @param performedOn the day on which it was shown
 * @param note in the rater's words; sealed, and never scored
 */
public record Rating(
        RubricId rubric,
        Version version,
        List<Integer> ratings,
        Supervision supervision,
        LocalDate performedOn,
        Optional<String> note) {

    public Rating {
        ratings = List.copyOf(ratings);
    }
}
