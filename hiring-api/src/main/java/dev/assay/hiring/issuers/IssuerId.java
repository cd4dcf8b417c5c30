package dev.assay.hiring.issuers;

import java.util.UUID;

/** One entry of an employer's issuer registry. */
public record IssuerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
