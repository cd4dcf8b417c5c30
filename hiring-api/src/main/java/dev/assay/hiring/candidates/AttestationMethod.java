package dev.assay.hiring.candidates;

import java.util.Arrays;
import java.util.Optional;

/** How a recruiter found out that an address is the applicant's own. */
public enum AttestationMethod {
    /** They wrote back from it. */
    REPLY("reply"),
    /** They named it on the telephone. */
    PHONE("phone"),
    /** They named it face to face. */
    IN_PERSON("in-person"),
    /** It stands on a document they showed. */
    DOCUMENT("document");

    private final String wireName;

    AttestationMethod(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<AttestationMethod> ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(method -> method.wireName.equals(wireName))
                .findFirst();
    }
}
