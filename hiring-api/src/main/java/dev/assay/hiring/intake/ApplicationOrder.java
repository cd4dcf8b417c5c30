package dev.assay.hiring.intake;

import dev.assay.hiring.shared.InvalidInput;
import java.util.Arrays;

/** In which order applications are listed; whoever has no figure is below all others. */
public enum ApplicationOrder {
    NEWEST("-submittedAt"),
    OLDEST("submittedAt"),
    BEST("-score"),
    WORST("score"),
    HIGHEST_POTENTIAL("-potential"),
    LOWEST_POTENTIAL("potential");

    private final String wireName;

    ApplicationOrder(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    boolean descends() {
        return this == NEWEST || this == BEST || this == HIGHEST_POTENTIAL;
    }

    /**
     * @throws InvalidInput when there is no such order
     */
    public static ApplicationOrder ofWireName(String text) {
        return Arrays.stream(values())
                .filter(order -> order.wireName.equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInput(
                                "/sort",
                                "must be one of "
                                        + String.join(
                                                ", ",
                                                Arrays.stream(values())
                                                        .map(ApplicationOrder::wireName)
                                                        .toList())));
    }
}
