package dev.assay.hiring.boards;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** A kind of board that pushes applications, each in its own shape. */
public enum Board {
    /** Indeed Apply. */
    INDEED("indeed"),
    /** LinkedIn Apply Connect. */
    LINKEDIN("linkedin");

    private final String wireName;

    Board(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    public static Optional<Board> ofWireName(String wireName) {
        return Arrays.stream(values()).filter(board -> board.wireName.equals(wireName)).findFirst();
    }
}
