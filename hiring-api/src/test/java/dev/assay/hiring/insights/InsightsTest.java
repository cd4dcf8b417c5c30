package dev.assay.hiring.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.training.TrainingActual;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
        List<TrainingActual> known = new ArrayList<>();
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

    private static TrainingActual actual(
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
