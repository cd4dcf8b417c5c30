package dev.assay.hiring.scoring.engine;

import java.util.List;

/** The must-have requirements of a job taken together. */
public enum MustHaves {
    MET("met"),
    /** None is missing, but at least one hangs on a doubt of ours. */
    OPEN("open"),
    NOT_SHOWN("not-shown"),
    /** The job has no must-haves. */
    NONE("none");

    private final String code;

    MustHaves(String code) {
        this.code = code;
    }

    static MustHaves of(List<RequirementScore> requirements) {
        List<RequirementState> states =
                requirements.stream()
                        .filter(r -> r.requirement().mustHave())
                        .map(RequirementScore::state)
                        .toList();
        if (states.isEmpty()) {
            return NONE;
        }
        if (states.contains(RequirementState.NOT_SHOWN)) {
            return NOT_SHOWN;
        }
        return states.contains(RequirementState.OPEN) ? OPEN : MET;
    }

    /** The stable name used in documents. */
    public String code() {
        return code;
    }
}
