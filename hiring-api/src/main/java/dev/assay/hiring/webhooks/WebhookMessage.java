package dev.assay.hiring.webhooks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message as it is sent (Standard Webhooks 1.0): the same bytes under the same id, however often.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through once; copying buys nothing
record WebhookMessage(UUID id, byte[] body) {

    static WebhookMessage of(HeardEvent event) {
        return of(event.id(), event.type(), event.time(), event.data());
    }

    /** Says nothing but that we are here. */
    static WebhookMessage ping(UUID id, EndpointId endpoint, Instant now) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("endpointId", endpoint.toString());
        return of(id, "webhook.ping", now, data);
    }

    private static WebhookMessage of(UUID id, String type, Instant time, ObjectNode data) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", type).put("timestamp", time.toString());
        body.set("data", data);
        return new WebhookMessage(id, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param keys the one in force first
     */
    Map<String, String> headers(List<EndpointKeys> keys, Instant now) {
        long timestamp = now.getEpochSecond();
        return Map.of(
                "webhook-id",
                id.toString(),
                "webhook-timestamp",
                Long.toString(timestamp),
                "webhook-signature",
                keys.stream()
                        .map(one -> one.signatures(id, timestamp, body))
                        .collect(Collectors.joining(" ")));
    }
}
