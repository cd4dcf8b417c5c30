package dev.assay.hiring.training.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.training.TermKind;
import dev.assay.hiring.training.TrainingTerms;
import dev.assay.hiring.training.WageContent;
import java.io.IOException;
import java.io.InputStream;
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

    private final TermDesk<WageContent, WagePointRequest, WagePointResponse> desk;

    WagePointController(TrainingTerms terms, RequestJson json) {
        this.desk =
                new TermDesk<>(
                        terms,
                        json,
                        TermKind.WAGE,
                        "/v1/wage-points",
                        new TermDesk.Plain<>(
                                WagePointRequest.class,
                                WagePointRequest::content,
                                WagePointRequest::of,
                                WagePointResponse::of));
    }

    @GetMapping
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<PageResponse<WagePointResponse>> list(
            Actor actor,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return desk.list(actor, after, limit);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_TRAINING)
    Deed<WagePointResponse> add(Actor actor, InputStream body) throws IOException {
        return desk.add(actor, body);
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<WagePointResponse> get(Actor actor, @PathVariable UUID id) {
        return desk.get(actor, id);
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
        return desk.change(actor, id, ifMatch, body);
    }
}
