package dev.assay.credential.format;

import dev.assay.credential.jwt.CompactJwt;
import tools.jackson.databind.JsonNode;

/** An Open Badge 2.0 or older as it came in, before anything is fetched or verified. */
public sealed interface OpenBadge2Input {

    /**
     * An assertion that its issuer hosts; good for nothing but to find where.
     *
     * @param claimed what the document says; whoever sent it may have written it
     */
    record Hosted(JsonNode claimed) implements OpenBadge2Input {}

    /** An assertion in a compact JWS. */
    record Signed(CompactJwt jwt) implements OpenBadge2Input {}
}
