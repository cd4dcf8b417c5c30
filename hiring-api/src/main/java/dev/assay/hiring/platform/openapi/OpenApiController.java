package dev.assay.hiring.platform.openapi;

import dev.assay.hiring.platform.security.OpenToAnyone;
import dev.assay.hiring.platform.web.Etag;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
class OpenApiController {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final byte[] document;
    private final String tag;

    OpenApiController(JsonMapper json) {
        document = json.writeValueAsBytes(ApiContract.assemble().document());
        tag = Etag.ofContent(document);
    }

    @GetMapping("/v1/openapi.json")
    @OpenToAnyone
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(document);
    }
}
