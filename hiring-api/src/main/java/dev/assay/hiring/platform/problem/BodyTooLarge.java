package dev.assay.hiring.platform.problem;

/** The body is larger than the endpoint takes. */
public final class BodyTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BodyTooLarge(long limit) {
        super("The body is larger than the " + limit + " bytes this call takes.");
    }
}
