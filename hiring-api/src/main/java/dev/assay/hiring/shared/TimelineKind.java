package dev.assay.hiring.shared;

import java.util.Arrays;
import java.util.Optional;

/** What can stand in a person's timeline, and what one has to be allowed to see it there. */
public enum TimelineKind {
    APPLICATION_SUBMITTED("application-submitted", Permission.READ_APPLICATIONS),
    /** From one phase or stage to another that decides nothing. */
    APPLICATION_MOVED("application-moved", Permission.READ_APPLICATIONS),
    /** An offer, a hire, a rejection. */
    DECIDED("decided", Permission.READ_APPLICATIONS),
    CREDENTIAL_RECEIVED("credential-received", Permission.READ_APPLICATIONS),
    CREDENTIAL_VERIFIED("credential-verified", Permission.READ_APPLICATIONS),
    CREDENTIAL_REVOKED("credential-revoked", Permission.READ_APPLICATIONS),
    CREDENTIAL_EXPIRED("credential-expired", Permission.READ_APPLICATIONS),
    /** A newer version of it was handed in. */
    CREDENTIAL_SUPERSEDED("credential-superseded", Permission.READ_APPLICATIONS),
    CREDENTIAL_WITHDRAWN("credential-withdrawn", Permission.READ_APPLICATIONS),
    /** What the employer's own people saw. */
    EVIDENCE_RECORDED("evidence-recorded", Permission.READ_APPLICATIONS),
    EVIDENCE_WITHDRAWN("evidence-withdrawn", Permission.READ_APPLICATIONS),
    SCORE_CHANGED("score-changed", Permission.READ_APPLICATIONS),
    DISPUTE_OPENED("dispute-opened", Permission.READ_DISPUTES),
    DISPUTE_CLOSED("dispute-closed", Permission.READ_DISPUTES),
    NOTICE_SENT("notice-sent", Permission.READ_DOSSIERS);

    private final String wireName;
    private final Permission permission;

    TimelineKind(String wireName, Permission permission) {
        this.wireName = wireName;
        this.permission = permission;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether the actor may see it, be it for some jobs alone. */
    public boolean isFor(Actor actor) {
        return !(actor.reach(permission) instanceof JobReach.Nowhere);
    }

    /** Empty when no kind has this name. */
    public static Optional<TimelineKind> ofWireName(String wireName) {
        return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
    }
}
