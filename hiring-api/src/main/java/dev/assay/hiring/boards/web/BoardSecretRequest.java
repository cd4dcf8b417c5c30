package dev.assay.hiring.boards.web;

import dev.assay.hiring.boards.BoardConnections;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The board's other secret, without which one is made; and for how long the former one counts. */
record BoardSecretRequest(
        @Nullable @Pattern(regexp = BoardConnections.SECRET) String secret,
        @Nullable @Min(0) @Max(168) Integer overlapHours) {

    private static final int USUAL_HOURS = 24;

    Duration overlap() {
        return Duration.ofHours(overlapHours == null ? USUAL_HOURS : overlapHours);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "BoardSecretRequest[]";
    }
}
