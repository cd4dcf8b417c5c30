package dev.assay.hiring.training.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import dev.assay.hiring.training.FiledTerm;
import dev.assay.hiring.training.RateContent;
import dev.assay.hiring.training.TermKind;
import dev.assay.hiring.training.TrainingTerms;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/exchange-rates")
class ExchangeRateController {

    private static final int BODY_LIMIT = 16 * 1024;

    private final TrainingTerms terms;
    private final RequestJson json;

    ExchangeRateController(TrainingTerms terms, RequestJson json) {
        this.terms = terms;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<PageResponse<ExchangeRateResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                terms.list(
                        actor,
                        TermKind.RATE,
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        new PageSize(limit));
        return PageResponse.of(page, ExchangeRateResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_TRAINING)
    Deed<ExchangeRateResponse> add(Actor actor, InputStream body) throws IOException {
        RateContent content = json.read(body, BODY_LIMIT, ExchangeRateRequest.class).content();
        return Deed.of(
                () -> terms.add(actor, TermKind.RATE, content),
                rate ->
                        ResponseEntity.created(URI.create("/v1/exchange-rates/" + rate.id()))
                                .eTag(Etag.of(rate.version()))
                                .body(ExchangeRateResponse.of(rate)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<ExchangeRateResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(terms.get(actor, TermKind.RATE, id));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_TRAINING)
    ResponseEntity<ExchangeRateResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        var before = terms.get(actor, TermKind.RATE, id);
        Version expected = Etag.expected(ifMatch);
        ExchangeRateRequest request =
                json.patched(
                        ExchangeRateRequest.of(before.content()),
                        body,
                        BODY_LIMIT,
                        ExchangeRateRequest.class);
        return answer(terms.change(actor, TermKind.RATE, id, expected, request.content()));
    }

    private static ResponseEntity<ExchangeRateResponse> answer(FiledTerm<RateContent> rate) {
        return ResponseEntity.ok()
                .eTag(Etag.of(rate.version()))
                .body(ExchangeRateResponse.of(rate));
    }
}
