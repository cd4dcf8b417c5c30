package dev.assay.hiring.platform.ledger;

/** The ledgers every employer has. */
public enum LedgerKind {
    AUDIT("audit"),
    EVENTS("events");

    private final String storedName;

    LedgerKind(String storedName) {
        this.storedName = storedName;
    }

    String storedName() {
        return storedName;
    }
}
