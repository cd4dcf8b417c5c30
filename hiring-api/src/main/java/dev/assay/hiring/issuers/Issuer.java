package dev.assay.hiring.issuers;

import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An entry of an employer's issuer registry. */
public record Issuer(
        IssuerId id, IssuerContent content, Version version, Instant createdAt, Instant updatedAt) {

    /**
     * Whether the entry speaks of this credential: its achievement and the day it was issued. An
     * achievement or a day that the credential does not state is in the entry's scope only when the
     * scope is unlimited.
     */
    public boolean covers(Optional<String> achievement, Optional<Instant> issuedAt) {
        return coversAchievement(achievement) && coversDay(issuedAt);
    }

    /** The group this entry's voice belongs to; its own when it names none. */
    public String independenceGroup() {
        return Objects.requireNonNullElse(content.group(), id.toString());
    }

    private boolean coversAchievement(Optional<String> achievement) {
        return content.achievements().contains(IssuerContent.ALL)
                || achievement.filter(content.achievements()::contains).isPresent();
    }

    private boolean coversDay(Optional<Instant> issuedAt) {
        @Nullable Instant from = content.validFrom();
        @Nullable Instant until = content.validUntil();
        if (from == null && until == null) {
            return true;
        }
        return issuedAt.filter(day ->
                        (from == null || !day.isBefore(from))
                                && (until == null || day.isBefore(until)))
                .isPresent();
    }
}
