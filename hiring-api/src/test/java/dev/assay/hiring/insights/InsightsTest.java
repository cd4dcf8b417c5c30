package dev.assay.hiring.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.jobs.PayRange.PayUnit;
import dev.assay.hiring.offers.Hire;
import dev.assay.hiring.offers.HireId;
import dev.assay.hiring.offers.HireRating;
import dev.assay.hiring.offers.Offer;
import dev.assay.hiring.offers.OfferContent;
import dev.assay.hiring.offers.OfferId;
import dev.assay.hiring.offers.OfferState;
import dev.assay.hiring.offers.RatingDay;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.training.TrainingActual;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InsightsTest {

    private static final UUID ROLE = new UUID(0, 1);

    @Test
    void whereNothingHappenedNothingIsInvented() {
        TrainingInsight insight = Insights.training(ROLE, List.of());

        assertThat(insight.groups())
                .extracting(TrainingInsight.Group::group)
                .containsExactly("all", "with-credentials", "without");
        assertThat(insight.groups())
                .allSatisfy(group -> {
                    assertThat(group.costRatio()).isEqualTo(new Interval(0, null, null, null));
                    assertThat(group.cautions()).extracting(Caution::code).contains("few");
                });
        assertThat(insight.references())
                .allSatisfy(line -> assertThat(line.source()).contains("2025"));
    }

    @Test
    void hiresAreComparedByWhatTheyHadShown() {
        List<Insights.Trained> known = new ArrayList<>();
        for (int i = 0; i < Interval.ENOUGH; i++) {
            known.add(actual("900", "8", List.of("urn:a"), TrainingActual.End.COMPLETED));
        }
        known.add(actual("1100", "12", List.of(), TrainingActual.End.COMPLETED));
        known.add(actual("100", "1", List.of(), TrainingActual.End.LEFT_EARLY));

        TrainingInsight insight = Insights.training(ROLE, known);

        TrainingInsight.Group with = insight.groups().get(1);
        assertThat(with.costRatio().estimate()).isEqualByComparingTo("0.9");
        assertThat(with.weeksTo95().estimate()).isEqualByComparingTo("8");
        assertThat(with.weeksAssumed().estimate()).isEqualByComparingTo("12");
        assertThat(with.cautions()).extracting(Caution::code).containsExactly("self-selection");
        TrainingInsight.Group without = insight.groups().get(2);
        assertThat(without.costRatio().n()).as("who left had not come to its end").isEqualTo(1);
        assertThat(without.costRatio().low()).isNull();
        assertThat(without.cautions())
                .extracting(Caution::code)
                .containsExactly("self-selection", "few");
        assertThat(insight.groups().getLast().achievement()).isEqualTo("urn:a");
        assertThat(insight.groups().getFirst().costRatio().n()).isEqualTo(21);
    }

    @Test
    void whatTheHireAndTheOfferSayCountsBeforeWhatWasReported() {
        TrainingActual reported = reported("900", "8", List.of(), TrainingActual.End.COMPLETED);
        Hired rated =
                hired(Map.of(RatingDay.DAY_30, 1, RatingDay.DAY_90, 2), "52500", "4.5", Set.of());

        Insights.Trained known = Insights.Trained.of(reported, Optional.of(rated));

        assertThat(known.rating()).contains(new BigDecimal("2"));
        assertThat(known.premium().orElseThrow()).isEqualByComparingTo("5");
        assertThat(known.ceiling().orElseThrow()).isEqualByComparingTo("4.5");
        TrainingInsight.Group all = Insights.training(ROLE, List.of(known)).groups().getFirst();
        assertThat(all.premiumAboveCeiling().estimate()).isEqualByComparingTo("0.5");
        assertThat(
                        Insights.Trained.of(
                                        reported,
                                        Optional.of(hired(Map.of(), null, "4.5", Set.of())))
                                .ceiling())
                .as("of what was reported, its own")
                .contains(new BigDecimal("5.23"));
    }

    @Test
    void hiresAreComparedByRatingAndByWhatWasPaidAgainstTheCeiling() {
        List<Hired> all = new ArrayList<>();
        for (int i = 0; i < Interval.ENOUGH; i++) {
            all.add(hired(Map.of(RatingDay.DAY_90, 4), "52000", "5", Set.of("urn:a")));
        }
        all.add(hired(Map.of(RatingDay.DAY_90, 2, RatingDay.DAY_30, 1), "55000", null, Set.of()));
        all.add(hired(Map.of(), null, "5", Set.of()));

        List<HireInsight.Group> groups = Insights.hires(ROLE, all).groups();

        assertThat(groups)
                .extracting(HireInsight.Group::group)
                .containsExactly(
                        "all",
                        "with-credentials",
                        "without",
                        "credit-bearing",
                        "gen-ai",
                        "achievement");
        HireInsight.Group whole = groups.getFirst();
        assertThat(whole.hires()).isEqualTo(22);
        assertThat(whole.rating90().n()).isEqualTo(21);
        assertThat(whole.rating30().n()).isEqualTo(1);
        assertThat(whole.premiumPaid().n()).isEqualTo(21);
        assertThat(whole.premiumCeiling().n()).as("of what was paid").isEqualTo(20);
        assertThat(whole.premiumAboveCeiling().n()).as("pairs alone").isEqualTo(20);
        assertThat(whole.premiumAboveCeiling().estimate()).isEqualByComparingTo("-1");
        assertThat(whole.cautions()).isEmpty();
        HireInsight.Group with = groups.get(1);
        assertThat(with.rating90().estimate()).isEqualByComparingTo("4");
        assertThat(with.cautions()).extracting(Caution::code).containsExactly("self-selection");
        assertThat(groups.get(2).hires()).isEqualTo(2);
        assertThat(groups.get(2).cautions())
                .extracting(Caution::code)
                .containsExactly("self-selection", "few");
        assertThat(groups.get(4).cautions()).extracting(Caution::code).contains("by-words");
        assertThat(groups.getLast().achievement()).isEqualTo("urn:a");
        assertThat(Insights.hires(null, List.of()).groups().getFirst().rating90())
                .isEqualTo(new Interval(0, null, null, null));
    }

    @Test
    void sharesAreOfApplicantsAndOfHiresEachWithItsSample() {
        Hired bearing = new Hired(Optional.empty(), Optional.empty(), true, true, false, Set.of());
        Hired none = new Hired(Optional.empty(), Optional.empty(), false, false, false, Set.of());

        AdvancementInsight.Share share =
                Insights.share(
                        "credit-bearing",
                        List.of(bearing, none, none, none),
                        List.of(bearing),
                        Hired::creditBearing);

        assertThat(share.applicants().estimate()).isEqualByComparingTo("0.25");
        assertThat(share.applicants().n()).isEqualTo(4);
        assertThat(share.hires().estimate()).isEqualByComparingTo("1");
        assertThat(share.cautions()).extracting(Caution::code).containsExactly("few");
        assertThat(
                        Insights.share("gen-ai", List.of(none), List.of(), Hired::genAi)
                                .applicants()
                                .estimate())
                .isEqualByComparingTo("0");
    }

    private static Hired hired(
            Map<RatingDay, Integer> ratings,
            @Nullable String amount,
            @Nullable String ceiling,
            Set<String> achievements) {
        var application = new ApplicationId(UUID.randomUUID());
        var hire =
                new Hire(
                        new HireId(UUID.randomUUID()),
                        application,
                        Optional.empty(),
                        Optional.of(LocalDate.of(2026, 1, 5)),
                        Optional.empty(),
                        Instant.EPOCH,
                        "person:x",
                        Version.FIRST,
                        ratings.entrySet().stream()
                                .map(rating ->
                                        new HireRating(
                                                UUID.randomUUID(),
                                                rating.getKey(),
                                                Optional.of(rating.getValue()),
                                                Optional.empty(),
                                                Instant.EPOCH,
                                                "person:x"))
                                .toList());
        var offer =
                new Offer(
                        new OfferId(UUID.randomUUID()),
                        application,
                        OfferState.ACCEPTED,
                        Optional.ofNullable(amount)
                                .map(paid ->
                                        new OfferContent(
                                                new BigDecimal(paid),
                                                Optional.of(new BigDecimal("50000")),
                                                Currency.getInstance("USD"),
                                                PayUnit.YEAR,
                                                LocalDate.of(2026, 1, 5),
                                                Optional.empty())),
                        Optional.empty(),
                        Optional.ofNullable(ceiling).map(BigDecimal::new),
                        "person:x",
                        Optional.of("person:y"),
                        Instant.EPOCH,
                        Instant.EPOCH,
                        Version.FIRST);
        return new Hired(
                Optional.of(hire),
                Optional.of(offer),
                !achievements.isEmpty(),
                false,
                false,
                achievements);
    }

    /** Wilson's interval by its textbook example: 8 of 10. */
    @Test
    void aSharesIntervalIsWilsons() {
        Interval eight = Interval.ofShare(8, 10);

        assertThat(eight.estimate()).isEqualByComparingTo("0.8");
        assertThat(eight.low()).isEqualByComparingTo("0.4902");
        assertThat(eight.high()).isEqualByComparingTo("0.9433");
    }

    /** Student's t with four degrees: 2.776. */
    @Test
    void aMeansIntervalIsStudents() {
        Interval five = Interval.ofMean(new double[] {1, 2, 3, 4, 5});

        assertThat(five.estimate()).isEqualByComparingTo("3");
        assertThat(five.low()).isEqualByComparingTo("1.0368");
        assertThat(five.high()).isEqualByComparingTo("4.9632");
    }

    @Test
    void doubleAndHalfCancelOut() {
        assertThat(Interval.ofRatio(new double[] {2, 0.5}).estimate()).isEqualByComparingTo("1");
    }

    @Property(tries = 100)
    void anIntervalHoldsItsShareAndStaysOne(
            @ForAll @IntRange(min = 1, max = 500) int n, @ForAll @IntRange(max = 500) int some) {
        Interval share = Interval.ofShare(Math.min(n, some), n);

        assertThat(share.low()).isBetween(BigDecimal.ZERO, share.estimate());
        assertThat(share.high()).isBetween(share.estimate(), BigDecimal.ONE);
    }

    private static Insights.Trained actual(
            String spent, String weeks, List<String> achievements, TrainingActual.End end) {
        return Insights.Trained.of(
                reported(spent, weeks, achievements, end), Optional.<Hired>empty());
    }

    private static TrainingActual reported(
            String spent, String weeks, List<String> achievements, TrainingActual.End end) {
        return new TrainingActual(
                UUID.randomUUID(),
                UUID.randomUUID(),
                ROLE,
                Optional.empty(),
                LocalDate.of(2026, 6, 30),
                new BigDecimal("1000"),
                new BigDecimal(spent),
                "USD",
                end,
                achievements,
                Optional.of(new BigDecimal(weeks)),
                Optional.of(new BigDecimal("12")),
                Optional.of(new BigDecimal("4")),
                Optional.of(new BigDecimal("3")),
                Optional.of(new BigDecimal("5.23")),
                List.of(),
                Instant.EPOCH,
                "person:x");
    }
}
