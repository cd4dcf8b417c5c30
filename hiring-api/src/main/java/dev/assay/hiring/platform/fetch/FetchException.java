package dev.assay.hiring.platform.fetch;

import java.io.IOException;

/** A fetch ends here with a fault; never leaves the package. */
final class FetchException extends IOException {

    private static final long serialVersionUID = 1L;

    private final FetchFault fault;

    FetchException(FetchFault fault) {
        super(fault.wireName());
        this.fault = fault;
    }

    FetchFault fault() {
        return fault;
    }
}
