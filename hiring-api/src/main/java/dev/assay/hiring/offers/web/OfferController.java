package dev.assay.hiring.offers.web;

import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.Attributions;
import dev.assay.hiring.offers.OfferContent;
import dev.assay.hiring.offers.OfferId;
import dev.assay.hiring.offers.OfferMove;
import dev.assay.hiring.offers.OfferState;
import dev.assay.hiring.offers.OfferView;
import dev.assay.hiring.offers.Offers;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.Version;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OfferController {

    private static final int BODY_LIMIT = 16 * 1024;

    private final Offers offers;
    private final Applications applications;
    private final Attributions attributions;
    private final RequestJson json;

    OfferController(
            Offers offers, Applications applications, Attributions attributions, RequestJson json) {
        this.offers = offers;
        this.applications = applications;
        this.attributions = attributions;
        this.json = json;
    }

    @PostMapping(path = "/v1/applications/{id}/offers", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_OFFERS)
    Deed<OfferResponse> draft(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        OfferContent content = json.read(body, BODY_LIMIT, OfferRequest.class).content();
        return Deed.about(
                () -> offers.draft(actor, new ApplicationId(id), content),
                view -> person(actor, view),
                view ->
                        ResponseEntity.created(URI.create("/v1/offers/" + view.offer().id()))
                                .eTag(Etag.of(view.offer().version()))
                                .body(response(actor, view)));
    }

    @GetMapping("/v1/offers")
    @Allowed(Permission.READ_OFFERS)
    ResponseEntity<PageResponse<OfferResponse.Line>> list(
            Actor actor,
            @RequestParam Optional<UUID> applicationId,
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                offers.list(
                        actor,
                        applicationId.map(ApplicationId::new),
                        state.map(OfferController::state),
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        new PageSize(limit));
        return PageResponse.of(page, OfferResponse.Line::of);
    }

    @GetMapping("/v1/offers/{id}")
    @Allowed(Permission.READ_OFFERS)
    ResponseEntity<OfferResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(actor, offers.get(actor, new OfferId(id)));
    }

    @PatchMapping(
            path = "/v1/offers/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_OFFERS)
    ResponseEntity<OfferResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        OfferView before = offers.get(actor, new OfferId(id));
        Version expected = Etag.expected(ifMatch);
        OfferRequest request =
                json.patched(OfferRequest.of(before.offer()), body, BODY_LIMIT, OfferRequest.class);
        return answer(actor, offers.change(actor, new OfferId(id), expected, request.content()));
    }

    @GetMapping("/v1/offers/{id}/transitions")
    @Allowed(Permission.READ_OFFERS)
    ResponseEntity<PageResponse<OfferMoveResponse>> moves(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                offers.moves(
                        actor,
                        new OfferId(id),
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        new PageSize(limit));
        return PageResponse.of(page, OfferMoveResponse::of);
    }

    @PostMapping(path = "/v1/offers/{id}/transitions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_OFFERS)
    Deed<OfferResponse> move(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        OfferTransitionRequest request = json.read(body, BODY_LIMIT, OfferTransitionRequest.class);
        // The state it starts from is guard enough; who sends the tag means it.
        Optional<Version> expected = Optional.ofNullable(ifMatch).map(Etag::expected);
        return Deed.about(
                () -> offers.move(actor, new OfferId(id), expected, request.to()),
                view -> person(actor, view),
                view -> answer(actor, view));
    }

    private PersonId person(Actor actor, OfferView view) {
        return applications.get(actor, view.offer().application()).candidate().person();
    }

    private ResponseEntity<OfferResponse> answer(Actor actor, OfferView view) {
        return ResponseEntity.ok()
                .eTag(Etag.of(view.offer().version()))
                .body(response(actor, view));
    }

    private OfferResponse response(Actor actor, OfferView view) {
        return OfferResponse.of(view, attributions.of(actor, view.offer().application()));
    }

    private static OfferState state(String wireName) {
        return OfferState.ofWireName(wireName)
                .orElseThrow(() -> new InvalidInput("/state", "is no state of an offer"));
    }

    record OfferTransitionRequest(@NotNull OfferState to) {}

    record OfferMoveResponse(
            UUID id, OfferState from, OfferState to, Instant movedAt, String movedBy) {

        static OfferMoveResponse of(OfferMove move) {
            return new OfferMoveResponse(
                    move.id(), move.from(), move.to(), move.movedAt(), move.movedBy());
        }
    }
}
