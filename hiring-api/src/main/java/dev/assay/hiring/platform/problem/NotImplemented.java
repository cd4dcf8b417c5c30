package dev.assay.hiring.platform.problem;

/**
 * The caller relies on something that this version does not do yet. Said before anything is done;
 * ignoring it would do something else than was asked for.
 */
public final class NotImplemented extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public NotImplemented(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
