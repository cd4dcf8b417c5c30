package dev.assay.hiring.references;

import java.util.Arrays;

/** What another system can have a name for. */
public enum ReferencedKind {
    JOB("job"),
    CANDIDATE("candidate"),
    APPLICATION("application");

    private final String storedName;

    ReferencedKind(String storedName) {
        this.storedName = storedName;
    }

    String storedName() {
        return storedName;
    }

    static ReferencedKind ofStoredName(String storedName) {
        return Arrays.stream(values())
                .filter(kind -> kind.storedName.equals(storedName))
                .findFirst()
                .orElseThrow();
    }
}
