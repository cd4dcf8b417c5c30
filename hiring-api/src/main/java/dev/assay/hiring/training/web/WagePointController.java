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
import dev.assay.hiring.training.TermKind;
import dev.assay.hiring.training.TrainingTerms;
import dev.assay.hiring.training.WageContent;
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
@RequestMapping("/v1/wage-points")
class WagePointController {

    private static final int BODY_LIMIT = 256 * 1024;

    private final TrainingTerms terms;
    private final RequestJson json;

    WagePointController(TrainingTerms terms, RequestJson json) {
        this.terms = terms;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<PageResponse<WagePointResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                terms.list(
                        actor,
                        TermKind.WAGE,
                        after.map(cursor -> PageCursor.parse(cursor, 2)),
                        new PageSize(limit));
        return PageResponse.of(page, WagePointResponse::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_TRAINING)
    Deed<WagePointResponse> add(Actor actor, InputStream body) throws IOException {
        WageContent content = json.read(body, BODY_LIMIT, WagePointRequest.class).content();
        return Deed.of(
                () -> terms.add(actor, TermKind.WAGE, content),
                point ->
                        ResponseEntity.created(URI.create("/v1/wage-points/" + point.id()))
                                .eTag(Etag.of(point.version()))
                                .body(WagePointResponse.of(point)));
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<WagePointResponse> get(Actor actor, @PathVariable UUID id) {
        return answer(terms.get(actor, TermKind.WAGE, id));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_TRAINING)
    ResponseEntity<WagePointResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        var before = terms.get(actor, TermKind.WAGE, id);
        Version expected = Etag.expected(ifMatch);
        WagePointRequest request =
                json.patched(
                        WagePointRequest.of(before.content()),
                        body,
                        BODY_LIMIT,
                        WagePointRequest.class);
        return answer(terms.change(actor, TermKind.WAGE, id, expected, request.content()));
    }

    private static ResponseEntity<WagePointResponse> answer(FiledTerm<WageContent> point) {
        return ResponseEntity.ok().eTag(Etag.of(point.version())).body(WagePointResponse.of(point));
    }
}
