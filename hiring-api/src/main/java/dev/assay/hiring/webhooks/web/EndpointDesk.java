package dev.assay.hiring.webhooks.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.webhooks.Attempt;
import dev.assay.hiring.webhooks.Delivery;
import dev.assay.hiring.webhooks.DeliveryState;
import dev.assay.hiring.webhooks.Endpoint;
import dev.assay.hiring.webhooks.EndpointContent;
import dev.assay.hiring.webhooks.EndpointId;
import dev.assay.hiring.webhooks.Replay;
import dev.assay.hiring.webhooks.WebhookDeliveries;
import dev.assay.hiring.webhooks.WebhookEndpoints;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What the endpoints of employers and those of partners are asked for alike. */
@Component
class EndpointDesk {

    private static final int BODY_LIMIT = 32 * 1024;

    private final WebhookEndpoints endpoints;
    private final WebhookDeliveries deliveries;
    private final RequestJson json;

    EndpointDesk(WebhookEndpoints endpoints, WebhookDeliveries deliveries, RequestJson json) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.json = json;
    }

    ResponseEntity<PageResponse<EndpointResponse>> list(
            Actor actor, Optional<String> after, int limit) {
        return PageResponse.of(
                endpoints.list(
                        actor,
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                EndpointResponse::of);
    }

    Deed<EndpointResponse> add(Actor actor, InputStream body, String path) throws IOException {
        EndpointContent content = json.read(body, BODY_LIMIT, EndpointRequest.class).content();
        endpoints.requireSound(actor, content.url());
        return Deed.of(
                () -> endpoints.add(actor, content),
                made ->
                        ResponseEntity.created(URI.create(path + "/" + made.endpoint().id()))
                                .eTag(Etag.of(made.endpoint().version()))
                                .body(EndpointResponse.of(made)));
    }

    ResponseEntity<EndpointResponse> get(Actor actor, UUID id) {
        return answer(endpoints.get(actor, new EndpointId(id)));
    }

    ResponseEntity<EndpointResponse> change(
            Actor actor, UUID id, @Nullable String ifMatch, InputStream body) throws IOException {
        Endpoint before = endpoints.get(actor, new EndpointId(id));
        Version expected = Etag.expected(ifMatch);
        EndpointContent content =
                json.patched(EndpointRequest.of(before), body, BODY_LIMIT, EndpointRequest.class)
                        .content();
        if (!content.url().equals(before.content().url())) {
            endpoints.requireSound(actor, content.url());
        }
        return answer(endpoints.change(actor, before.id(), expected, content));
    }

    ResponseEntity<Void> remove(Actor actor, UUID id, @Nullable String ifMatch) {
        EndpointId endpoint = endpoints.get(actor, new EndpointId(id)).id();
        endpoints.remove(actor, endpoint, Etag.expected(ifMatch));
        return ResponseEntity.noContent().build();
    }

    Deed<EndpointResponse> changeSecret(Actor actor, UUID id, InputStream body) throws IOException {
        Duration overlap = json.read(body, BODY_LIMIT, EndpointSecretRequest.class).overlap();
        return Deed.of(
                () -> endpoints.changeSecret(actor, new EndpointId(id), overlap),
                made ->
                        ResponseEntity.ok()
                                .eTag(Etag.of(made.endpoint().version()))
                                .body(EndpointResponse.of(made)));
    }

    Deed<AttemptResponse> ping(Actor actor, UUID id) {
        EndpointId endpoint = new EndpointId(id);
        Attempt attempt = endpoints.ping(actor, endpoint);
        return Deed.of(
                () -> endpoints.notePing(actor, endpoint, attempt),
                noted -> ResponseEntity.ok(AttemptResponse.of(noted)));
    }

    ResponseEntity<PageResponse<DeliveryResponse>> deliveries(
            Actor actor, UUID id, Optional<String> state, Optional<String> after, int limit) {
        return PageResponse.of(
                deliveries.list(
                        actor,
                        new EndpointId(id),
                        state.map(DeliveryState::ofWireName),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                DeliveryResponse::of);
    }

    ResponseEntity<PageResponse<AttemptResponse>> attempts(
            Actor actor, UUID id, Optional<String> after, int limit) {
        return PageResponse.of(
                deliveries.attempts(
                        actor,
                        new EndpointId(id),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                AttemptResponse::of);
    }

    Deed<ReplayResponse> replay(Actor actor, UUID id, InputStream body) throws IOException {
        Replay replay = json.read(body, BODY_LIMIT, ReplayRequest.class).replay();
        return Deed.of(
                () -> deliveries.replay(actor, new EndpointId(id), replay),
                queued -> ResponseEntity.accepted().body(new ReplayResponse(queued)));
    }

    private static ResponseEntity<EndpointResponse> answer(Endpoint endpoint) {
        return ResponseEntity.ok()
                .eTag(Etag.of(endpoint.version()))
                .body(EndpointResponse.of(endpoint));
    }

    /** How many messages will be sent once more. */
    record ReplayResponse(int messages) {}

    record DeliveryResponse(
            UUID eventId,
            long sequence,
            String type,
            DeliveryState state,
            int attempts,
            @Nullable Instant nextAttemptAt,
            Instant queuedAt,
            @Nullable Instant settledAt,
            @Nullable Integer status,
            @Nullable String fault) {

        static DeliveryResponse of(Delivery delivery) {
            return new DeliveryResponse(
                    delivery.event(),
                    delivery.sequence(),
                    delivery.type(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.nextAttemptAt().orElse(null),
                    delivery.queuedAt(),
                    delivery.settledAt().orElse(null),
                    delivery.status().orElse(null),
                    delivery.fault().orElse(null));
        }
    }

    /** A try, of an event or of a ping, whose sequence is null. */
    record AttemptResponse(
            UUID id,
            UUID messageId,
            @Nullable Long sequence,
            Instant at,
            int millis,
            boolean taken,
            @Nullable Integer status,
            @Nullable String fault,
            @Nullable String response) {

        static AttemptResponse of(Attempt attempt) {
            return new AttemptResponse(
                    attempt.id(),
                    attempt.message(),
                    attempt.sequence().isPresent() ? attempt.sequence().getAsLong() : null,
                    attempt.at(),
                    attempt.millis(),
                    attempt.isTaken(),
                    attempt.status().orElse(null),
                    attempt.fault().orElse(null),
                    attempt.response().orElse(null));
        }
    }
}
