package dev.assay.hiring.platform.fetch;

import java.util.Optional;

/** What a host tells two versions of a document apart by (RFC 9110 §8.8), as it wrote them. */
record Validators(Optional<String> etag, Optional<String> lastModified) {

    static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    boolean areThere() {
        return etag.isPresent() || lastModified.isPresent();
    }
}
