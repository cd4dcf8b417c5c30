package dev.assay.credential.model;

/**
 * The elements that describe a micro-credential in the EU (Council Recommendation 2022/C 243/02,
 * Annex I).
 */
public enum EuElement {
    LEARNER("learner", true),
    TITLE("title", true),
    ISSUER_COUNTRY("issuer-country", true),
    AWARDING_BODY("awarding-body", true),
    ISSUE_DATE("issue-date", true),
    LEARNING_OUTCOMES("learning-outcomes", true),
    WORKLOAD("workload", true),
    LEVEL("level", true),
    ASSESSMENT("assessment", true),
    PARTICIPATION("participation", true),
    QUALITY_ASSURANCE("quality-assurance", true),
    PREREQUISITES("prerequisites", false),
    SUPERVISION("supervision", false),
    GRADE("grade", false),
    STACKABILITY("stackability", false),
    FURTHER_INFORMATION("further-information", false);

    /** How many the recommendation calls mandatory. */
    public static final int MANDATORY = 11;

    private final String wireName;
    private final boolean mandatory;

    EuElement(String wireName, boolean mandatory) {
        this.wireName = wireName;
        this.mandatory = mandatory;
    }

    public String wireName() {
        return wireName;
    }

    public boolean isMandatory() {
        return mandatory;
    }
}
