package dev.assay.hiring.scoring.engine;

/** Names one immutable version of a scoring policy. */
public record PolicyRef(String id, int version) {

    public PolicyRef {
        PlainText.require("policy id", id);
        if (version < 1) {
            throw new IllegalArgumentException(
                    "policy version must be at least 1, but is " + version);
        }
    }
}
