package dev.assay.hiring.partners.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.hiring.partners.FeedAddress;
import dev.assay.hiring.partners.FeedAddresses;
import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.platform.idempotency.Deed;
import dev.assay.hiring.platform.security.Allowed;
import dev.assay.hiring.platform.web.PageResponse;
import dev.assay.hiring.platform.web.PublicAddress;
import dev.assay.hiring.platform.web.RequestJson;
import dev.assay.hiring.postings.FeedKind;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** By which addresses a partner that can send no token fetches files of postings. */
@RestController
@RequestMapping(FeedAddressController.PATH)
class FeedAddressController {

    static final String PATH = "/v1/partners/{id}/feed-addresses";

    private static final int BODY_LIMIT = 1024;

    private final FeedAddresses addresses;
    private final PublicAddress home;
    private final RequestJson json;

    FeedAddressController(FeedAddresses addresses, PublicAddress home, RequestJson json) {
        this.addresses = addresses;
        this.home = home;
        this.json = json;
    }

    @GetMapping
    @Allowed(Permission.READ_PARTNERS)
    ResponseEntity<PageResponse<FeedAddressResponse>> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "50") int limit) {
        return PageResponse.of(
                addresses.list(
                        actor,
                        new PartnerId(id),
                        after.map(cursor -> PageCursor.parse(cursor, 1)),
                        new PageSize(limit)),
                address -> FeedAddressResponse.of(address, Optional.empty()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Permission.MANAGE_PARTNERS)
    Deed<FeedAddressResponse> make(Actor actor, @PathVariable UUID id, InputStream body)
            throws IOException {
        FeedKind kind = json.read(body, BODY_LIMIT, FeedAddressRequest.class).kind();
        return Deed.of(
                () -> addresses.make(actor, new PartnerId(id), kind),
                made ->
                        ResponseEntity.created(URI.create(PATH.replace("{id}", id.toString())))
                                .body(
                                        FeedAddressResponse.of(
                                                made.address(),
                                                Optional.of(home.of(made.path())))));
    }

    @DeleteMapping("/{addressId}")
    @Allowed(Permission.MANAGE_PARTNERS)
    ResponseEntity<Void> revoke(Actor actor, @PathVariable UUID id, @PathVariable UUID addressId) {
        addresses.revoke(actor, new PartnerId(id), addressId);
        return ResponseEntity.noContent().build();
    }

    /** Which file shall lie there. */
    record FeedAddressRequest(@NotNull FeedKind kind) {}

    /** An address; what it is only where it was just made. */
    record FeedAddressResponse(
            UUID id,
            FeedKind kind,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<URI> url,
            Instant madeAt,
            @Nullable Instant pulledAt) {

        static FeedAddressResponse of(FeedAddress address, Optional<URI> url) {
            return new FeedAddressResponse(
                    address.id(),
                    address.kind(),
                    url,
                    address.madeAt(),
                    address.pulledAt().orElse(null));
        }

        /** Without the address. */
        @Override
        public String toString() {
            return "FeedAddressResponse[" + id + "]";
        }
    }
}
