package dev.assay.hiring.offers;

import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who was hired.
 *
 * @param offer empty where they were hired without one
 * @param startsOn empty once the person was erased
 * @param ratings the newest of each day, in the order of days
 */
public record Hire(
        HireId id,
        ApplicationId application,
        Optional<OfferId> offer,
        Optional<LocalDate> startsOn,
        Optional<LocalDate> leftOn,
        Instant recordedAt,
        String recordedBy,
        Version version,
        List<HireRating> ratings) {

    public Hire {
        ratings = List.copyOf(ratings);
    }

    /** The rating after so many days that counts. */
    public Optional<HireRating> rating(RatingDay day) {
        return ratings.stream().filter(rating -> rating.day() == day).findFirst();
    }
}
