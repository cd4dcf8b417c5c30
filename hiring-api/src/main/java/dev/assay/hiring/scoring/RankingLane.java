package dev.assay.hiring.scoring;

/** The two lists a job's applications fall into. */
public enum RankingLane {
    RANKED("ranked"),
    NO_EVIDENCE("no-evidence");

    private final String wireName;

    RankingLane(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
