package dev.assay.hiring.insights;

import dev.assay.credential.report.Outcome;
import dev.assay.hiring.credentials.CredentialTraits;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.offers.Hire;
import dev.assay.hiring.offers.HireRating;
import dev.assay.hiring.offers.Offer;
import dev.assay.hiring.offers.OfferContent;
import dev.assay.hiring.offers.RatingDay;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One hire, with what they had shown.
 *
 * @param offer the accepted one
 * @param achievements of verified credentials
 */
record Hired(
        Optional<Hire> hire,
        Optional<Offer> offer,
        boolean proven,
        boolean creditBearing,
        boolean genAi,
        Set<String> achievements) {

    static Hired of(
            Optional<Hire> hire, Optional<Offer> offer, List<StoredCredential> credentials) {
        Set<String> achievements = new TreeSet<>();
        boolean proven = false;
        boolean creditBearing = false;
        boolean genAi = false;
        for (StoredCredential credential : credentials) {
            if (counts(credential)) {
                var summary = credential.report().credential().orElseThrow();
                var traits = CredentialTraits.of(summary);
                proven = true;
                creditBearing |= traits.creditBearing();
                genAi |= traits.genAi();
                summary.achievement().ifPresent(achievement -> achievements.add(achievement.id()));
            }
        }
        return new Hired(hire, offer, proven, creditBearing, genAi, achievements);
    }

    private static boolean counts(StoredCredential credential) {
        return credential.withdrawnAt().isEmpty()
                && credential.report().outcome() == Outcome.VERIFIED
                && credential.report().credential().isPresent();
    }

    Optional<BigDecimal> rating(RatingDay day) {
        return hire.flatMap(known -> known.rating(day))
                .flatMap(HireRating::rating)
                .map(BigDecimal::valueOf);
    }

    Optional<BigDecimal> premium() {
        return offer.flatMap(Offer::content).flatMap(OfferContent::premiumPercent);
    }

    Optional<BigDecimal> ceiling() {
        return offer.flatMap(Offer::ceilingPercent);
    }
}
