package dev.assay.hiring.platform.security;

import dev.assay.hiring.platform.problem.EmployerRequired;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.PartnerDirectory;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PermissionDenied;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
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
 * whose thing it is; one about none, at the one it names or the only one that granted what it
 * needs, unless it is made at all of them alike.
 */
@Component
class PartnerCalls {

    /** The realm role of every partner's service account. */
    private static final String ROLE = "partner";

    private static final String REFUSAL =
            "The token is of no partner that is known here and not disabled.";

    private final PartnerDirectory directory;
    private final Employers employers;

    PartnerCalls(PartnerDirectory directory, Employers employers) {
        this.directory = directory;
        this.employers = employers;
    }

    CallingPartner caller(Jwt token, UUID subject) {
        if (!hasRole(token)) {
            throw new AccessDeniedException(REFUSAL);
        }
        return directory.calling(subject).orElseThrow(() -> new AccessDeniedException(REFUSAL));
    }

    /**
     * @param everywhere whether the call is made at all employers alike, for which any may stand
     * @throws EmployerRequired when the call is at one of several and says not which
     */
    Actor actor(
            HttpServletRequest request,
            CallingPartner caller,
            Permission permission,
            boolean everywhere) {
        Optional<String> thing = thingIn(request);
        if (thing.isPresent()) {
            return id(thing.get())
                    .flatMap(id -> directory.about(caller, permission, id))
                    .orElseThrow(() -> new NotFound("thing"));
        }
        List<Actor.Partner> granted =
                caller.grants().stream()
                        .filter(grant -> !(grant.reach(permission) instanceof JobReach.Nowhere))
                        .toList();
        String alias = request.getHeader(ActorInterceptor.HEADER);
        if (everywhere || (granted.size() < 2 && alias == null)) {
            return granted.stream().findFirst().orElseThrow(() -> new PermissionDenied(permission));
        }
        List<Employer> theirs =
                employers.withIds(granted.stream().map(Actor.Partner::employer).toList());
        if (alias == null) {
            throw new EmployerRequired(theirs.stream().map(Employer::alias).toList());
        }
        return theirs.stream()
                .filter(employer -> employer.alias().equals(alias))
                .flatMap(named ->
                        granted.stream().filter(grant -> grant.employer().equals(named.id())))
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
