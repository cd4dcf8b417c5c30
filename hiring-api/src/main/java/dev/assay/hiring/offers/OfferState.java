package dev.assay.hiring.offers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Where an offer stands. */
public enum OfferState {
    DRAFT("draft"),
    APPROVED("approved"),
    EXTENDED("extended"),
    ACCEPTED("accepted"),
    DECLINED("declined"),
    WITHDRAWN("withdrawn"),
    EXPIRED("expired");

    private final String wireName;

    OfferState(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * Where an offer may go from here. What is approved is not changed behind the approver's back:
     * it goes back to the draft first. What was answered, withdrawn or has expired is final; a new
     * offer is a new one.
     */
    public Set<OfferState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(APPROVED, WITHDRAWN);
            case APPROVED -> EnumSet.of(DRAFT, EXTENDED, WITHDRAWN);
            case EXTENDED -> EnumSet.of(ACCEPTED, DECLINED, WITHDRAWN, EXPIRED);
            case ACCEPTED, DECLINED, WITHDRAWN, EXPIRED -> EnumSet.noneOf(OfferState.class);
        };
    }

    /** Where a caller may move it: an offer expires by itself alone. */
    public Set<OfferState> moves() {
        Set<OfferState> moves = next();
        moves.remove(EXPIRED);
        return moves;
    }

    /** Whether it may still come to something. */
    public boolean isOpen() {
        return !next().isEmpty();
    }

    /** Empty when no state has this name. */
    public static Optional<OfferState> ofWireName(String wireName) {
        return Arrays.stream(values()).filter(state -> state.wireName.equals(wireName)).findFirst();
    }

    static String names(Set<OfferState> states) {
        return states.stream().map(OfferState::wireName).collect(Collectors.joining(", "));
    }
}
