package dev.assay.hiring.offers;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.hiring.shared.InvalidInput;
import java.time.LocalDate;
import java.util.Arrays;

/** After how many days a hire is rated. */
public enum RatingDay {
    DAY_30(30),
    DAY_60(60),
    DAY_90(90);

    private final int days;

    RatingDay(int days) {
        this.days = days;
    }

    @JsonValue
    public int days() {
        return days;
    }

    /**
     * @throws InvalidInput when hires are not rated then
     */
    public static RatingDay of(int days) {
        return Arrays.stream(values())
                .filter(day -> day.days == days)
                .findFirst()
                .orElseThrow(() -> new InvalidInput("/day", "must be 30, 60 or 90"));
    }

    LocalDate on(LocalDate start) {
        return start.plusDays(days);
    }
}
