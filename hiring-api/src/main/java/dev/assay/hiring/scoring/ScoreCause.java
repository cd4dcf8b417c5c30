package dev.assay.hiring.scoring;

import java.util.Arrays;

/** Why a score was computed. */
public enum ScoreCause {
    SUBMITTED("submitted"),
    ISSUER_CHANGED("issuer-changed"),
    REQUIREMENTS_CHANGED("requirements-changed"),
    CREDENTIAL_RECHECKED("credential-rechecked"),
    /** A person confirmed something else of what an achievement shows. */
    MAPPING_CHANGED("mapping-changed"),
    CREDENTIAL_ADDED("credential-added"),
    CREDENTIAL_WITHDRAWN("credential-withdrawn"),
    /** The employer recorded or took back what it saw the candidate do. */
    EVIDENCE_RECORDED("evidence-recorded"),
    /** The employer says something else of a skill of its own. */
    SKILL_CHANGED("skill-changed"),
    /** Candidates were merged or parted: what counts for the application is another. */
    PERSON_CHANGED("person-changed"),
    /** An address turned out to be the person's own. */
    EMAIL_CONFIRMED("email-confirmed"),
    /** Another scoring policy is in force. */
    POLICY_CHANGED("policy-changed"),
    /** A person answered what the candidate disputed. */
    DISPUTE_RESOLVED("dispute-resolved"),
    /** An item that counted came to its end. */
    EVIDENCE_EXPIRED("evidence-expired"),
    /** A decision was taken back: what has come to light since counts again. */
    DECISION_TAKEN_BACK("decision-taken-back");

    private final String wireName;

    ScoreCause(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    static ScoreCause ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(cause -> cause.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
