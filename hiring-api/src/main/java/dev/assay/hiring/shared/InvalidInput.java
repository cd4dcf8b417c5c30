package dev.assay.hiring.shared;

import java.util.List;

/**
 * Well-formed input that cannot be accepted; names every field at fault by JSON Pointer (RFC 6901).
 */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public InvalidInput(List<Fault> faults) {
        super("The request cannot be accepted as it is.");
        this.faults = List.copyOf(faults);
    }

    public InvalidInput(String pointer, String detail) {
        this(List.of(new Fault(pointer, detail)));
    }

    public List<Fault> faults() {
        return faults;
    }

    /** One field at fault. */
    public record Fault(String pointer, String detail) {}
}
