package dev.assay.hiring.applications;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.assay.hiring.jobs.StagePhase;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where an application stands. */
public enum ApplicationPhase {
    NEW("new"),
    IN_REVIEW("in-review"),
    INTERVIEW("interview"),
    OFFER("offer"),
    HIRED("hired"),
    REJECTED("rejected"),
    WITHDRAWN("withdrawn");

    private final String wireName;

    ApplicationPhase(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /**
     * Whether its outcome is still to be found; decided ones are never scored anew behind anybody's
     * back.
     */
    public boolean isOpen() {
        return switch (this) {
            case NEW, IN_REVIEW, INTERVIEW, OFFER -> true;
            case HIRED, REJECTED, WITHDRAWN -> false;
        };
    }

    /**
     * Where an application may go from here. Nothing is skipped but the review; a rejection can be
     * taken back, while a hire and a withdrawal are final: whoever comes back applies anew.
     */
    public Set<ApplicationPhase> next() {
        return switch (this) {
            case NEW -> EnumSet.of(IN_REVIEW, INTERVIEW, REJECTED, WITHDRAWN);
            case IN_REVIEW -> EnumSet.of(INTERVIEW, REJECTED, WITHDRAWN);
            case INTERVIEW -> EnumSet.of(IN_REVIEW, OFFER, REJECTED, WITHDRAWN);
            case OFFER -> EnumSet.of(INTERVIEW, HIRED, REJECTED, WITHDRAWN);
            case REJECTED -> EnumSet.of(IN_REVIEW);
            case HIRED, WITHDRAWN -> EnumSet.noneOf(ApplicationPhase.class);
        };
    }

    /** The phase that a stage divides. */
    public static ApplicationPhase of(StagePhase divided) {
        return ofWireName(divided.wireName());
    }

    /** What employers may divide into stages; empty for the phases of ended applications. */
    public Optional<StagePhase> divided() {
        return Arrays.stream(StagePhase.values())
                .filter(phase -> phase.wireName().equals(wireName))
                .findFirst();
    }

    /** The phase of this name, which there must be. */
    public static ApplicationPhase ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(phase -> phase.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
