package dev.assay.hiring.webhooks;

import java.util.UUID;

/** Names a webhook endpoint. */
public record EndpointId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
