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
        MustHaves together = NONE;
        for (RequirementScore one : requirements) {
            if (one.requirement().mustHave()) {
                switch (one.state()) {
                    case NOT_SHOWN -> {
                        return NOT_SHOWN;
                    }
                    case OPEN -> together = OPEN;
                    case MET -> together = together == OPEN ? OPEN : MET;
                }
            }
        }
        return together;
    }

    /** The stable name used in documents. */
    public String code() {
        return code;
    }
}
