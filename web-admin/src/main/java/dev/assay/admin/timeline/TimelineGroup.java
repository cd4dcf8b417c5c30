package dev.assay.admin.timeline;

import dev.assay.hiring.shared.TimelineKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the page can be narrowed to: kinds that people think of together. */
enum TimelineGroup {
    APPLICATIONS("applications"),
    CREDENTIALS("credentials"),
    SEEN("seen"),
    SCORES("scores"),
    DISPUTES("disputes"),
    NOTICES("notices");

    private final String wireName;

    TimelineGroup(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    static Optional<TimelineGroup> ofWireName(String wireName) {
        return Arrays.stream(values()).filter(group -> group.wireName.equals(wireName)).findFirst();
    }

    Set<TimelineKind> kinds() {
        Set<TimelineKind> kinds = EnumSet.allOf(TimelineKind.class);
        kinds.removeIf(kind -> of(kind) != this);
        return kinds;
    }

    static TimelineGroup of(TimelineKind kind) {
        return switch (kind) {
            case APPLICATION_SUBMITTED, APPLICATION_MOVED, DECIDED -> APPLICATIONS;
            case CREDENTIAL_RECEIVED,
                    CREDENTIAL_VERIFIED,
                    CREDENTIAL_REVOKED,
                    CREDENTIAL_EXPIRED,
                    CREDENTIAL_SUPERSEDED,
                    CREDENTIAL_WITHDRAWN ->
                    CREDENTIALS;
            case EVIDENCE_RECORDED, EVIDENCE_WITHDRAWN -> SEEN;
            case SCORE_CHANGED -> SCORES;
            case DISPUTE_OPENED, DISPUTE_CLOSED -> DISPUTES;
            case NOTICE_SENT -> NOTICES;
        };
    }
}
