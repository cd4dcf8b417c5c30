package dev.assay.hiring.training.web;

import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.training.AssumptionContent;
import dev.assay.hiring.training.TermKind;
import dev.assay.hiring.training.TrainingTerms;
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
@RequestMapping("/v1/assumptions")
class AssumptionController {

    private final TermDesk<AssumptionContent, AssumptionRequest, AssumptionResponse> desk;
    private final TrainingTerms terms;

    AssumptionController(TrainingTerms terms, RequestJson json) {
        this.desk =
                new TermDesk<>(
                        terms,
                        json,
                        TermKind.ASSUMPTION,
                        "/v1/assumptions",
                        new TermDesk.Plain<>(
                                AssumptionRequest.class,
                                AssumptionRequest::content,
                                AssumptionRequest::of,
                                AssumptionResponse::of));
        this.terms = terms;
    }

    @GetMapping
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<PageResponse<AssumptionResponse>> list(
            Actor actor,
            @RequestParam UUID roleProfileId,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return desk.page(
                actor,
                terms.ledger(actor, roleProfileId, TermDesk.cursor(after), new PageSize(limit)));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_TRAINING)
    Deed<AssumptionResponse> add(Actor actor, InputStream body) throws IOException {
        return desk.add(actor, body);
    }

    @GetMapping("/{id}")
    @Allowed(Permission.READ_TRAINING)
    ResponseEntity<AssumptionResponse> get(Actor actor, @PathVariable UUID id) {
        return desk.get(actor, id);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Allowed(Permission.EDIT_TRAINING)
    ResponseEntity<AssumptionResponse> change(
            Actor actor,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            InputStream body)
            throws IOException {
        return desk.change(actor, id, ifMatch, body);
    }
}
