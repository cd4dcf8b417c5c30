package dev.assay.hiring.issuers;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/**
 * How far an employer trusts an issuer. One that is not in the registry has no tier: it is unknown.
 */
public enum IssuerTier {
    /** Its assessment was reviewed or is accredited. */
    RECOGNISED("recognised"),
    /** A known organisation that checks its learners' identity. */
    TRUSTED("trusted"),
    /** Who it is, is certain; how it assesses, is not. */
    KNOWN("known"),
    /** Not to be counted, whatever it signs. */
    BLOCKED("blocked");

    private final String wireName;

    IssuerTier(String wireName) {
        this.wireName = wireName;
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    static IssuerTier ofWireName(String wireName) {
        return Arrays.stream(values())
                .filter(tier -> tier.wireName.equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
