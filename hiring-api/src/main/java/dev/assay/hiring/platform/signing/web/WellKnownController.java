package dev.assay.hiring.platform.signing.web;

import dev.assay.hiring.platform.security.OpenToAnyone;
import dev.assay.hiring.platform.signing.PlatformKey;
import dev.assay.hiring.platform.signing.PlatformSigner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The platform's public keys, for anybody: as a did:web document and as a key set (RFC 7517). */
@RestController
class WellKnownController {

    private static final Duration FRESH = Duration.ofMinutes(5);

    /** Strangers' questions must not become as many statements. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final PlatformSigner signer;
    private final Clock clock;
    private volatile Snapshot latest = new Snapshot(Instant.MIN, List.of());

    WellKnownController(PlatformSigner signer, Clock clock) {
        this.signer = signer;
        this.clock = clock;
    }

    @GetMapping("/.well-known/did.json")
    @OpenToAnyone
    ResponseEntity<ObjectNode> controllerDocument() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context")
                .add("https://www.w3.org/ns/did/v1")
                .add("https://w3id.org/security/multikey/v1");
        document.put("id", signer.did());
        var methods = document.putArray("verificationMethod");
        var assertions = document.putArray("assertionMethod");
        for (PlatformKey key : keys()) {
            String method = signer.method(key.multikey());
            methods.addObject()
                    .put("id", method)
                    .put("type", "Multikey")
                    .put("controller", signer.did())
                    .put("publicKeyMultibase", key.multikey());
            assertions.add(method);
        }
        return answer(document);
    }

    @GetMapping("/.well-known/jwks.json")
    @OpenToAnyone
    ResponseEntity<ObjectNode> keySet() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        var set = document.putArray("keys");
        for (PlatformKey key : keys()) {
            set.addObject()
                    .put("kty", "OKP")
                    .put("crv", "Ed25519")
                    .put("use", "sig")
                    .put("alg", "EdDSA")
                    .put("kid", signer.method(key.multikey()))
                    .put("x", Base64.getUrlEncoder().withoutPadding().encodeToString(key.raw()));
        }
        return answer(document);
    }

    private List<PlatformKey> keys() {
        Instant now = clock.instant();
        Snapshot held = latest;
        if (held.takenAt().isBefore(now.minus(KEPT))) {
            held = new Snapshot(now, signer.keys());
            latest = held;
        }
        return held.keys();
    }

    private static ResponseEntity<ObjectNode> answer(ObjectNode document) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(document);
    }

    private record Snapshot(Instant takenAt, List<PlatformKey> keys) {}
}
