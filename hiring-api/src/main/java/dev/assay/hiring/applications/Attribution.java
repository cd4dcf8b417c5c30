package dev.assay.hiring.applications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** By which partner an application came: known from its beginning, and never changed. */
public record Attribution(UUID partner, Way way, Instant at) {

    /** What says so. */
    public enum Way {
        /** The applicant followed a link that we had signed for the partner. */
        LINK("link"),
        /** The partner, or a board of its, handed the application in. */
        HANDED_IN("handed-in");

        private final String wireName;

        Way(String wireName) {
            this.wireName = wireName;
        }

        @JsonValue
        public String wireName() {
            return wireName;
        }

        static Way ofWireName(String wireName) {
            return Arrays.stream(values())
                    .filter(way -> way.wireName.equals(wireName))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
