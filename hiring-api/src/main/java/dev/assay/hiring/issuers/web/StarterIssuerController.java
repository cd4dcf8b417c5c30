package dev.assay.hiring.issuers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.issuers.IssuerTier;
import dev.assay.hiring.issuers.StarterIssuer;
import dev.assay.hiring.issuers.StarterIssuers;
import dev.assay.hiring.issuers.StarterIssuers.Suggestion;
import dev.assay.hiring.issuers.web.IssuerController.IssuerResponse;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.Etag;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/starter-issuers")
class StarterIssuerController {

    private static final int BODY_LIMIT = 4 * 1024;

    private final StarterIssuers starters;
    private final RequestJson json;

    StarterIssuerController(StarterIssuers starters, RequestJson json) {
        this.starters = starters;
        this.json = json;
    }

    /** A handful, so no pages. */
    @GetMapping
    @Allowed(Permission.READ_ISSUERS)
    StarterList list(Actor actor) {
        return new StarterList(
                starters.list(actor).stream().map(StarterIssuerResponse::of).toList());
    }

    @PostMapping(path = "/adoptions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.EDIT_ISSUERS)
    Deed<IssuerResponse> adopt(Actor actor, InputStream body) throws IOException {
        AdoptionRequest request = json.read(body, BODY_LIMIT, AdoptionRequest.class);
        return Deed.of(
                () -> starters.adopt(actor, request.starter(), request.tier()),
                issuer ->
                        ResponseEntity.created(URI.create("/v1/issuers/" + issuer.id()))
                                .eTag(Etag.of(issuer.version()))
                                .body(IssuerResponse.of(issuer)));
    }

    record AdoptionRequest(@NotBlank @Size(max = 100) String starter, @NotNull IssuerTier tier) {}

    record StarterList(List<StarterIssuerResponse> items) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StarterIssuerResponse(
            String key,
            String name,
            String url,
            List<String> ids,
            String source,
            String publisher,
            LocalDate published,
            LocalDate read,
            @Nullable String caution,
            @Nullable UUID issuerId) {

        static StarterIssuerResponse of(Suggestion suggestion) {
            StarterIssuer starter = suggestion.starter();
            return new StarterIssuerResponse(
                    starter.key(),
                    starter.name(),
                    starter.url(),
                    starter.ids(),
                    starter.source(),
                    starter.publisher(),
                    starter.published(),
                    starter.read(),
                    starter.caution().orElse(null),
                    suggestion.entry().map(IssuerId::value).orElse(null));
        }
    }
}
