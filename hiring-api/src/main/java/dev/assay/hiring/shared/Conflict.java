package dev.assay.hiring.shared;

/**
 * The request is sound, but the state of things forbids it now. The code is stable; the wording may
 * change.
 */
public final class Conflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public Conflict(String code, String detail) {
        super(detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
