package dev.assay.hiring.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.hiring.shared.InvalidInput;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What became of an event for an endpoint. */
public enum DeliveryState {
    /** To be sent, or sent again. */
    WAITING("waiting"),
    /** The endpoint answered 2xx. */
    DELIVERED("delivered"),
    /** The endpoint refused it as often as it is tried. */
    FAILED("failed"),
    /** The endpoint's owner may not hear it any more. */
    WITHHELD("withheld");

    private final String wireName;

    DeliveryState(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * @throws InvalidInput when there is none of this name
     */
    public static DeliveryState ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(state -> state.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidInput(
                                "/state",
                                "must be one of "
                                        + Arrays.stream(values())
                                                .map(DeliveryState::wireName)
                                                .collect(Collectors.joining(", "))));
    }
}
