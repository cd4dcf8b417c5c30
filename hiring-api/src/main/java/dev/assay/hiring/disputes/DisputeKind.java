package dev.assay.hiring.disputes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a dispute is about. */
public enum DisputeKind {
    SCORE("score", false),
    /** One skill the job asks for; named by the skill. */
    REQUIREMENT("requirement", true),
    /** One credential that counts for the application, or does not. */
    CREDENTIAL("credential", true),
    /** Something the employer recorded. */
    EVIDENCE("evidence", true),
    /** Name, address, telephone. */
    PROFILE("profile", false),
    DECISION("decision", false),
    OTHER("other", false);

    private final String wireName;
    private final boolean named;

    DisputeKind(String wireName, boolean named) {
        this.wireName = wireName;
        this.named = named;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** Whether it has to say which. */
    public boolean isNamed() {
        return named;
    }

    /** Empty when none has this name. */
    public static Optional<DisputeKind> ofWireName(String wireName) {
        return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
    }
}
