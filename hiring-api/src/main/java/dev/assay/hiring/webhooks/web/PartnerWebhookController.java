package dev.assay.hiring.webhooks.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.limits.Costly;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.webhooks.web.EndpointDesk.AttemptResponse;
import dev.assay.hiring.webhooks.web.EndpointDesk.DeliveryResponse;
import dev.assay.hiring.webhooks.web.EndpointDesk.ReplayResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A partner's endpoints at an employer that lets it follow its applications. */
@RestController
@RequestMapping(PartnerWebhookController.PATH)
class PartnerWebhookController {

    static final String PATH = "/v1/partner/webhook-endpoints";

    private final EndpointDesk desk;

    PartnerWebhookController(EndpointDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Allowed(Permission.FOLLOW_APPLICATIONS)
    ResponseEntity<PageResponse<EndpointResponse>> list(
            Actor.Partner actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return desk.list(actor, after, limit);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.FOLLOW_APPLICATIONS)
    Deed<EndpointResponse> add(Actor.Partner actor, InputStream body) throws IOException {
        return desk.add(actor, body, PATH);
    }

    @GetMapping("/{id}")
    @Allowed(Permission.FOLLOW_APPLICATIONS)
    ResponseEntity<EndpointResponse> get(Actor.Partner actor, @PathVariable UUID id) {
        return desk.get(actor, id);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.FOLLOW_APPLICATIONS)
    ResponseEntity<EndpointResponse> change(
            Actor.Partner actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        return desk.change(actor, id, ifMatch, body);
    }

    @DeleteMapping("/{id}")
    @Allowed(Permission.FOLLOW_APPLICATIONS)
    ResponseEntity<Void> remove(
            Actor.Partner actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        return desk.remove(actor, id, ifMatch);
    }

    @PostMapping(path = "/{id}/secret", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.FOLLOW_APPLICATIONS)
    Deed<EndpointResponse> changeSecret(
            Actor.Partner actor, @PathVariable UUID id, InputStream body) throws IOException {
        return desk.changeSecret(actor, id, body);
    }

    @PostMapping("/{id}/ping")
    @Allowed(Permission.FOLLOW_APPLICATIONS)
    @Costly
    Deed<AttemptResponse> ping(Actor.Partner actor, @PathVariable UUID id) {
        return desk.ping(actor, id);
    }

    @GetMapping("/{id}/deliveries")
    @Allowed(Permission.FOLLOW_APPLICATIONS)
    ResponseEntity<PageResponse<DeliveryResponse>> deliveries(
            Actor.Partner actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return desk.deliveries(actor, id, state, after, limit);
    }

    @GetMapping("/{id}/attempts")
    @Allowed(Permission.FOLLOW_APPLICATIONS)
    ResponseEntity<PageResponse<AttemptResponse>> attempts(
            Actor.Partner actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return desk.attempts(actor, id, after, limit);
    }

    @PostMapping(path = "/{id}/replays", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.FOLLOW_APPLICATIONS)
    Deed<ReplayResponse> replay(Actor.Partner actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        return desk.replay(actor, id, body);
    }
}
