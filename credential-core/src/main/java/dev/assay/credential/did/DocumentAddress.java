package dev.assay.credential.did;

import dev.assay.credential.source.HttpsAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where an issuer's own documents are. Only https; refuses addresses with credentials in them. */
final class DocumentAddress {

    private static final Pattern DID_WEB =
            Pattern.compile(
                    "did:web:([A-Za-z0-9.-]+(?:%3[Aa][0-9]{1,5})?)((?::[A-Za-z0-9._%-]+)*)");

    private DocumentAddress() {}

    /** The controller document of a did:web (did:web method §2.3) or https identifier. */
    static Optional<URI> ofController(String id) {
        return id.startsWith("did:web:") ? ofDidWeb(id) : https(id);
    }

    /** The key set of an https issuer (Open Badges 3.0 Implementation Guide, key provenance). */
    static Optional<URI> ofKeySet(String issuerId) {
        return https(issuerId)
                .flatMap(uri ->
                        https("https://" + uri.getRawAuthority() + "/.well-known/jwks.json"));
    }

    /** What an https issuer of SD-JWT VCs says of itself (SD-JWT VC §5.1). */
    static Optional<URI> ofMetadata(String issuerId) {
        return https(issuerId)
                .flatMap(uri -> {
                    var path = uri.getRawPath() == null ? "" : uri.getRawPath();
                    var below = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
                    return https(
                            "https://"
                                    + uri.getRawAuthority()
                                    + "/.well-known/jwt-vc-issuer"
                                    + below);
                });
    }

    static boolean sameAuthority(String one, String other) {
        return https(one)
                .flatMap(a -> https(other).map(b -> authority(a).equals(authority(b))))
                .orElse(false);
    }

    private static String authority(URI uri) {
        int port = uri.getPort() == 443 ? -1 : uri.getPort();
        return uri.getHost().toLowerCase(java.util.Locale.ROOT) + ":" + port;
    }

    private static Optional<URI> ofDidWeb(String did) {
        var match = DID_WEB.matcher(did);
        if (!match.matches()) {
            return Optional.empty();
        }
        var authority = URLDecoder.decode(match.group(1), StandardCharsets.US_ASCII);
        var path = match.group(2).isEmpty() ? "/.well-known" : match.group(2).replace(':', '/');
        return https("https://" + authority + path + "/did.json");
    }

    private static Optional<URI> https(String address) {
        return HttpsAddress.parse(address);
    }
}
