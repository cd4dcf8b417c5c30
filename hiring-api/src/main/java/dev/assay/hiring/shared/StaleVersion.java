package dev.assay.hiring.shared;

/** Somebody changed the thing since the caller read it. */
public final class StaleVersion extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For what counts no versions. */
    public StaleVersion() {
        super("This was changed since it was read. Read it again and repeat the change.");
    }

    public StaleVersion(Version expected) {
        super(
                "This was changed since version "
                        + expected.value()
                        + " was read. Read it again and repeat the change.");
    }
}
