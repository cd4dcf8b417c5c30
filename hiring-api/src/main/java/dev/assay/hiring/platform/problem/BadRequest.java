package dev.assay.hiring.platform.problem;

import dev.assay.hiring.shared.InvalidInput.Fault;
import java.util.List;

/**
 * The request itself is malformed, whatever its meaning might have been. The code is stable; the
 * wording may change.
 */
public final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Fault> faults;

    public BadRequest(String code, String detail, List<Fault> faults) {
        super(detail);
        this.code = code;
        this.faults = List.copyOf(faults);
    }

    public BadRequest(String code, String detail) {
        this(code, detail, List.of());
    }

    public String code() {
        return code;
    }

    public List<Fault> faults() {
        return faults;
    }
}
