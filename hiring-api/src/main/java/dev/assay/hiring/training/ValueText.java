package dev.assay.hiring.training;

import java.math.BigDecimal;
import java.util.Objects;

/** Writes a number that is known more or less well for people. */
final class ValueText {

    private ValueText() {}

    static String of(Range range) {
        return switch (Objects.requireNonNullElse(range.distribution(), Range.Shape.FIXED)) {
            case FIXED -> plain(range.value());
            case PERT ->
                    "PERT %s / %s / %s"
                            .formatted(
                                    plain(range.least()),
                                    plain(range.mostLikely()),
                                    plain(range.most()));
            case TRIANGULAR ->
                    "triangular %s / %s / %s"
                            .formatted(
                                    plain(range.least()),
                                    plain(range.mostLikely()),
                                    plain(range.most()));
            case LOGNORMAL ->
                    "lognormal P10 %s, P90 %s".formatted(plain(range.p10()), plain(range.p90()));
        };
    }

    private static String plain(@org.jspecify.annotations.Nullable Double number) {
        return BigDecimal.valueOf(Objects.requireNonNull(number))
                .stripTrailingZeros()
                .toPlainString();
    }
}
