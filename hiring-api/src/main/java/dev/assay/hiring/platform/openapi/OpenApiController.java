package dev.assay.hiring.platform.openapi;

import dev.assay.hiring.platform.security.OpenToAnyone;
import dev.assay.hiring.platform.web.Etag;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class OpenApiController {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SingletonSupplier<Document> document;

    private record Document(byte[] json, String tag) {}

    /** Put together for the first who asks: a node that starts has nobody asking yet. */
    OpenApiController(JsonMapper json) {
        document =
                SingletonSupplier.of(() -> {
                    byte[] bytes = json.writeValueAsBytes(ApiContract.assemble().document());
                    return new Document(bytes, Etag.ofContent(bytes));
                });
    }

    @GetMapping("/v1/openapi.json")
    @OpenToAnyone
    ResponseEntity<byte[]> document() {
        Document served = document.obtain();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(served.tag())
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(served.json());
    }
}
