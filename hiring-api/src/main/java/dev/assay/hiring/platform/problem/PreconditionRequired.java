package dev.assay.hiring.platform.problem;

/** A change without {@code If-Match}: the caller must say which version they saw. */
public final class PreconditionRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PreconditionRequired() {
        super("Send the ETag you read in If-Match, so that nobody's change is lost.");
    }
}
