package dev.assay.hiring.candidates;

/** How sure we are that the address is the person's own. */
public enum EmailStatus {
    UNCONFIRMED("unconfirmed"),
    /** The submitter says they checked it; we keep who said so. */
    ASSERTED("asserted"),
    /** The person followed a link that was mailed there. */
    CONFIRMED("confirmed"),
    /** A recruiter says how they found out; we keep who said so. */
    ATTESTED("attested");

    private final String wireName;

    EmailStatus(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public boolean isConfirmed() {
        return switch (this) {
            case UNCONFIRMED -> false;
            case ASSERTED, CONFIRMED, ATTESTED -> true;
        };
    }

    static EmailStatus ofWireName(String wireName) {
        return java.util.Arrays.stream(values())
                .filter(status -> status.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
