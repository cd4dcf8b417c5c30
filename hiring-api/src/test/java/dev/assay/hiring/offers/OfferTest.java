package dev.assay.hiring.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.PayRange.PayUnit;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.training.EstimateDocument;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OfferTest {

    private static final LocalDate START = LocalDate.of(2026, 12, 1);

    @Nested
    class States {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "DRAFT | approved, withdrawn",
                    "APPROVED | draft, extended, withdrawn",
                    "EXTENDED | accepted, declined, withdrawn",
                    "ACCEPTED | ''",
                    "DECLINED | ''",
                    "WITHDRAWN | ''",
                    "EXPIRED | ''"
                })
        void leadWhereTheyMayAndNowhereElse(OfferState from, String to) {
            assertThat(OfferState.names(from.moves())).isEqualTo(to);
        }

        @ParameterizedTest
        @EnumSource(OfferState.class)
        void expireByThemselvesAndOnlyWhenExtended(OfferState from) {
            assertThat(from.next().contains(OfferState.EXPIRED))
                    .isEqualTo(from == OfferState.EXTENDED);
            assertThat(from.moves()).doesNotContain(OfferState.EXPIRED);
        }

        @Test
        void areOpenUntilThereIsAnAnswer() {
            Set<OfferState> open = EnumSet.allOf(OfferState.class);
            open.removeIf(state -> !state.isOpen());

            assertThat(open)
                    .containsExactly(OfferState.DRAFT, OfferState.APPROVED, OfferState.EXTENDED);
        }

        @Test
        void forgetTheApprovalOfWhatIsADraftAgain() {
            Offer approved = offer().moved(OfferState.APPROVED, Optional.of("person:a"), at(1));

            assertThat(approved.moved(OfferState.EXTENDED, Optional.empty(), at(2)).approvedBy())
                    .contains("person:a");
            assertThat(approved.moved(OfferState.DRAFT, Optional.empty(), at(2)).approvedBy())
                    .isEmpty();
        }

        private static Instant at(int second) {
            return Instant.ofEpochSecond(second);
        }
    }

    @Nested
    class Content {

        @ParameterizedTest
        @CsvSource({
            "52500, 50000, 5",
            "50000, 50000, 0",
            "49000, 50000, -2",
            "31, 30, 3.3333",
            "20.00005, 20, 0.0002"
        })
        void saysHowMuchMoreThanUsualItIs(String amount, String usual, String percent) {
            assertThat(content(amount, usual).premiumPercent())
                    .hasValueSatisfying(
                            premium -> assertThat(premium).isEqualByComparingTo(percent));
        }

        @Test
        void saysNoPremiumWhereNothingIsUsual() {
            assertThat(content("52500", null).premiumPercent()).isEmpty();
        }

        @Test
        void namesEveryMemberAtFault() {
            InvalidInput refused =
                    catchThrowableOfType(
                            InvalidInput.class,
                            () ->
                                    new OfferContent(
                                            BigDecimal.ZERO,
                                            Optional.of(new BigDecimal("-1")),
                                            Currency.getInstance("USD"),
                                            PayUnit.YEAR,
                                            START,
                                            Optional.of(START.plusDays(1))));

            assertThat(refused.faults())
                    .extracting(InvalidInput.Fault::pointer)
                    .containsExactly("/salary/amount", "/usualAmount", "/expiresOn");
        }

        @Test
        void lapsesAfterItsLastDay() {
            OfferContent content = lasting(START);

            assertThat(content.isLapsed(START.minusDays(1))).isFalse();
            assertThat(content.isLapsed(START)).isFalse();
            assertThat(content.isLapsed(START.plusDays(1))).isTrue();
            assertThat(content("1", null).isLapsed(START.plusYears(9))).isFalse();
        }

        @Test
        void expiresWithTheDayThatFollows() {
            assertThat(OfferExpiry.after(START)).isEqualTo("2026-12-02T00:00:00Z");
        }

        private static OfferContent lasting(LocalDate last) {
            return new OfferContent(
                    BigDecimal.ONE,
                    Optional.empty(),
                    Currency.getInstance("USD"),
                    PayUnit.YEAR,
                    START,
                    Optional.of(last));
        }
    }

    @Nested
    class Warnings {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    // ceiling 5.23, published 48000 to 55000 a year
                    "52500 | 50000 | ''",
                    "52615 | 50000 | ''",
                    "52616 | 50000 | above-ceiling",
                    "55000 | | ''",
                    "55000.01 | | outside-pay-range",
                    "48000 | | ''",
                    "47999.99 | | outside-pay-range"
                })
        void nameWhatIsUnusual(String amount, String usual, String codes) {
            assertThat(
                            codes(
                                    content(amount, usual),
                                    Optional.of(ceiling("5.23")),
                                    Optional.of(range("USD"))))
                    .isEqualTo(codes);
        }

        @Test
        void sayThatNothingIsKnownOfAPremiumsWorth() {
            assertThat(codes(content("52500", "50000"), Optional.empty(), Optional.empty()))
                    .isEqualTo("no-ceiling");
            assertThat(codes(content("50000", "50000"), Optional.empty(), Optional.empty()))
                    .isEmpty();
        }

        @Test
        void compareNothingAcrossCurrencies() {
            assertThat(codes(content("1", null), Optional.empty(), Optional.of(range("EUR"))))
                    .isEmpty();
        }

        private static String codes(
                OfferContent content,
                Optional<OfferView.Ceiling> ceiling,
                Optional<PayRange> published) {
            return String.join(
                    ", ",
                    Offers.warnings(content, ceiling, published).stream()
                            .map(OfferView.Warning::code)
                            .toList());
        }

        private static OfferView.Ceiling ceiling(String firstYear) {
            return new OfferView.Ceiling(
                    new UUID(0, 1),
                    List.of(
                            new EstimateDocument.Ceiling(2, new BigDecimal("9")),
                            new EstimateDocument.Ceiling(1, new BigDecimal(firstYear))));
        }

        private static PayRange range(String currency) {
            return new PayRange(
                    new BigDecimal("48000"),
                    new BigDecimal("55000"),
                    Currency.getInstance(currency),
                    PayUnit.YEAR);
        }
    }

    private static OfferContent content(
            String amount, @org.jspecify.annotations.Nullable String usual) {
        return new OfferContent(
                new BigDecimal(amount),
                Optional.ofNullable(usual).map(BigDecimal::new),
                Currency.getInstance("USD"),
                PayUnit.YEAR,
                START,
                Optional.empty());
    }

    private static Offer offer() {
        return new Offer(
                new OfferId(new UUID(0, 2)),
                new ApplicationId(new UUID(0, 3)),
                OfferState.DRAFT,
                Optional.of(content("1", null)),
                Optional.empty(),
                Optional.empty(),
                "person:w",
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                Version.FIRST);
    }
}
