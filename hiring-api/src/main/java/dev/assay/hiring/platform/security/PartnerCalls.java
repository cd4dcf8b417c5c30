package dev.assay.hiring.platform.security;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.PartnerDirectory;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PermissionDenied;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Who makes a partner's call: Keycloak says that it is a partner's service account, our rows say
 * whose it is and which employers granted it what. A call about one thing is made at the employer
 * whose thing it is; one about none, at the first that granted what it needs.
 */
@Component
class PartnerCalls {

    /** The realm role of every partner's service account. */
    private static final String ROLE = "partner";

    private static final String REFUSAL =
            "The token is of no partner that is known here and not disabled.";

    private final PartnerDirectory directory;

    PartnerCalls(PartnerDirectory directory) {
        this.directory = directory;
    }

    CallingPartner caller(Jwt token, UUID subject) {
        if (!hasRole(token)) {
            throw new AccessDeniedException(REFUSAL);
        }
        return directory.calling(subject).orElseThrow(() -> new AccessDeniedException(REFUSAL));
    }

    Actor actor(HttpServletRequest request, CallingPartner caller, Permission permission) {
        Optional<String> thing = thingIn(request);
        if (thing.isPresent()) {
            return id(thing.get())
                    .flatMap(id -> directory.about(caller, permission, id))
                    .orElseThrow(() -> new NotFound("thing"));
        }
        return caller.grants().stream()
                .filter(grant -> !(grant.reach(permission) instanceof JobReach.Nowhere))
                .findFirst()
                .orElseThrow(() -> new PermissionDenied(permission));
    }

    private static Optional<String> thingIn(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> variables
                        && variables.get("id") instanceof String id
                ? Optional.of(id)
                : Optional.empty();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static boolean hasRole(Jwt token) {
        return token.getClaim("realm_access") instanceof Map<?, ?> access
                && access.get("roles") instanceof Collection<?> roles
                && roles.contains(ROLE);
    }
}
