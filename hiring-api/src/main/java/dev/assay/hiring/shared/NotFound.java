package dev.assay.hiring.shared;

/** There is no such thing, or it is another employer's: the two are never told apart. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotFound(String kind) {
        super("There is no such " + kind + ".");
    }
}
