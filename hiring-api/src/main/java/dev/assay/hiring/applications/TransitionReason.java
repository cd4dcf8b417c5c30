package dev.assay.hiring.applications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/**
 * Why an application ended without a hire; a code, so that reports can count and candidates be
 * told.
 */
public enum TransitionReason {
    REQUIREMENTS_NOT_SHOWN("requirements-not-shown", ApplicationPhase.REJECTED),
    OTHER_CANDIDATES_STRONGER("other-candidates-stronger", ApplicationPhase.REJECTED),
    NOT_ELIGIBLE("not-eligible", ApplicationPhase.REJECTED),
    POSITION_FILLED("position-filled", ApplicationPhase.REJECTED),
    POSITION_CANCELLED("position-cancelled", ApplicationPhase.REJECTED),
    OFFER_RESCINDED("offer-rescinded", ApplicationPhase.REJECTED),
    CANDIDATE_WITHDREW("candidate-withdrew", ApplicationPhase.WITHDRAWN),
    OFFER_DECLINED("offer-declined", ApplicationPhase.WITHDRAWN),
    NO_RESPONSE("no-response", ApplicationPhase.WITHDRAWN);

    private final String wireName;
    private final ApplicationPhase phase;

    TransitionReason(String wireName, ApplicationPhase phase) {
        this.wireName = wireName;
        this.phase = phase;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The reasons a move into this phase may have; most phases have none. */
    public static List<TransitionReason> of(ApplicationPhase phase) {
        return Arrays.stream(values()).filter(reason -> reason.phase == phase).toList();
    }

    static TransitionReason ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(reason -> reason.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
