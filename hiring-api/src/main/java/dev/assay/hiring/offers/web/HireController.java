package dev.assay.hiring.offers.web;

import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.Attribution;
import dev.assay.hiring.applications.AttributionResponse;
import dev.assay.hiring.applications.Attributions;
import dev.assay.hiring.offers.Hire;
import dev.assay.hiring.offers.HireId;
import dev.assay.hiring.offers.HireRating;
import dev.assay.hiring.offers.Hires;
import dev.assay.hiring.offers.RatingDay;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.Version;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
class HireController {

    private static final int BODY_LIMIT = 64 * 1024;
    private static final int LONGEST_NOTE = 2_000;

    private final Hires hires;
    private final Applications applications;
    private final Attributions attributions;
    private final RequestJson json;

    HireController(
            Hires hires, Applications applications, Attributions attributions, RequestJson json) {
        this.hires = hires;
        this.applications = applications;
        this.attributions = attributions;
        this.json = json;
    }

    @PostMapping(path = "/v1/applications/{id}/hire", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_HIRES)
    Deed<HireResponse> record(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        NewHireRequest request = json.read(body, BODY_LIMIT, NewHireRequest.class);
        return Deed.about(
                () -> hires.record(actor, new ApplicationId(id), request.startDate()),
                hire -> person(actor, hire),
                hire ->
                        ResponseEntity.created(URI.create("/v1/hires/" + hire.id()))
                                .eTag(Etag.of(hire.version()))
                                .body(response(actor, hire)));
    }

    @GetMapping("/v1/hires")
    @Allowed(Permission.READ_HIRES)
    ResponseEntity<PageResponse<HireResponse>> list(
            Actor actor,
            @RequestParam Optional<UUID> applicationId,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                hires.list(
                        actor,
                        applicationId.map(ApplicationId::new),
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        new PageSize(limit));
        Map<ApplicationId, Attribution> known =
                attributions.ofEach(actor, page.items().stream().map(Hire::application).toList());
        return PageResponse.of(
                page,
                hire -> HireResponse.of(hire, Optional.ofNullable(known.get(hire.application()))));
    }

    @GetMapping("/v1/hires/{id}")
    @Allowed(Permission.READ_HIRES)
    ResponseEntity<HireResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(actor, hires.get(actor, new HireId(id)));
    }

    @PatchMapping(
            path = "/v1/hires/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_HIRES)
    ResponseEntity<HireResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        Hire before = hires.get(actor, new HireId(id));
        Version expected = Etag.expected(ifMatch);
        HireTermsRequest request =
                json.patched(HireTermsRequest.of(before), body, BODY_LIMIT, HireTermsRequest.class);
        return answer(
                actor,
                hires.change(
                        actor,
                        before.id(),
                        expected,
                        request.startDate(),
                        Optional.ofNullable(request.leftOn())));
    }

    @GetMapping("/v1/hires/{id}/ratings")
    @Allowed(Permission.READ_HIRES)
    ResponseEntity<PageResponse<HireRatingResponse>> ratings(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                hires.ratings(
                        actor,
                        new HireId(id),
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        new PageSize(limit));
        return PageResponse.of(page, HireRatingResponse::of);
    }

    @PostMapping(path = "/v1/hires/{id}/ratings", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.RATE_HIRES)
    Deed<HireRatingResponse> rate(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        HireRatingRequest request = json.read(body, BODY_LIMIT, HireRatingRequest.class);
        return Deed.about(
                () ->
                        hires.rate(
                                actor,
                                new HireId(id),
                                RatingDay.of(request.day()),
                                request.rating(),
                                Optional.ofNullable(request.note())),
                _ -> person(actor, hires.get(actor, new HireId(id))),
                rating ->
                        ResponseEntity.status(HttpStatus.CREATED)
                                .body(HireRatingResponse.of(rating)));
    }

    private PersonId person(Actor actor, Hire hire) {
        return applications.get(actor, hire.application()).candidate().person();
    }

    private ResponseEntity<HireResponse> answer(Actor actor, Hire hire) {
        return ResponseEntity.ok().eTag(Etag.of(hire.version())).body(response(actor, hire));
    }

    private HireResponse response(Actor actor, Hire hire) {
        return HireResponse.of(hire, attributions.of(actor, hire.application()));
    }

    record NewHireRequest(@NotNull LocalDate startDate) {}

    record HireTermsRequest(@NotNull LocalDate startDate, @Nullable LocalDate leftOn) {

        static HireTermsRequest of(Hire hire) {
            return new HireTermsRequest(
                    hire.startsOn().orElse(LocalDate.EPOCH), hire.leftOn().orElse(null));
        }
    }

    record HireRatingRequest(
            @NotNull Integer day,
            @NotNull @Min(1) @Max(5) Integer rating,
            @Nullable @Size(min = 1, max = LONGEST_NOTE) String note) {}

    /** Dates are null once the person was erased. */
    record HireResponse(
            UUID id,
            UUID applicationId,
            @Nullable UUID offerId,
            @Nullable LocalDate startDate,
            @Nullable LocalDate leftOn,
            Instant recordedAt,
            String recordedBy,
            List<HireRatingResponse> ratings,
            AttributionResponse attribution) {

        static HireResponse of(Hire hire, Optional<Attribution> attribution) {
            return new HireResponse(
                    hire.id().value(),
                    hire.application().value(),
                    hire.offer().map(offer -> offer.value()).orElse(null),
                    hire.startsOn().orElse(null),
                    hire.leftOn().orElse(null),
                    hire.recordedAt(),
                    hire.recordedBy(),
                    hire.ratings().stream().map(HireRatingResponse::of).toList(),
                    AttributionResponse.of(attribution));
        }
    }

    record HireRatingResponse(
            UUID id,
            int day,
            @Nullable Integer rating,
            @Nullable String note,
            Instant ratedAt,
            String ratedBy) {

        static HireRatingResponse of(HireRating rating) {
            return new HireRatingResponse(
                    rating.id(),
                    rating.day().days(),
                    rating.rating().orElse(null),
                    rating.note().orElse(null),
                    rating.ratedAt(),
                    rating.ratedBy());
        }
    }
}
