package dev.assay.hiring.issuers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an employer holds about an issuer.
 *
 * @param ids the DIDs or https URLs it signs as, in order; one belongs to one entry only
 * @param group entries with the same group are one voice: one organisation, parent and child,
 *     creator and reseller; null when the entry stands alone
 * @param achievements ids of the achievements the tier holds for, or {@code *} for all
 * @param validFrom credentials issued before it do not have this tier
 * @param validUntil nor do those issued from it on
 */
public record IssuerContent(
        List<String> ids,
        String name,
        IssuerTier tier,
        @Nullable String group,
        List<String> achievements,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String note) {

    public static final String ALL = "*";

    public IssuerContent {
        ids = ids.stream().sorted().toList();
        achievements = List.copyOf(achievements);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("an issuer has at least one id");
        }
        if (achievements.isEmpty()) {
            throw new IllegalArgumentException(
                    "an issuer's tier holds for at least one achievement, or for " + ALL);
        }
    }
}
