package dev.assay.credential.badge2;

import dev.assay.credential.json.JsonTree;
import java.net.URI;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Which addresses an issuer's hosted assertions may have (Open Badges 2.0, hosted verification):
 * those its profile allows, or else those of the profile's own host. Whoever can put a document
 * anywhere else could name any issuer in it.
 */
final class HostedScope {

    private HostedScope() {}

    static boolean covers(JsonNode profile, String profileId, String assertionId) {
        var verification = profile.path("verification");
        var prefixes = JsonTree.texts(verification, "startsWith");
        var origins = JsonTree.texts(verification, "allowedOrigins");
        if (!prefixes.isEmpty()) {
            return prefixes.stream()
                    .anyMatch(p -> assertionId.startsWith(p) && sameHost(p, assertionId));
        }
        return origins.isEmpty()
                ? sameHost(profileId, assertionId)
                : origins.stream().anyMatch(o -> o.equalsIgnoreCase(host(assertionId)));
    }

    /** A prefix may end within a host name, where anybody could go on with one of theirs. */
    private static boolean sameHost(String one, String other) {
        return !host(one).isEmpty() && host(one).equals(host(other));
    }

    private static String host(String id) {
        return Hosting.address(id)
                .map(URI::getAuthority)
                .map(authority -> authority.toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
