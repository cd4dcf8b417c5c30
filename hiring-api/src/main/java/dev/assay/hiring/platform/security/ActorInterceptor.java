package dev.assay.hiring.platform.security;

import dev.assay.hiring.platform.problem.EmployerRequired;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.Permission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Finds out, for every call under {@code /v1}, who acts at which employer, and whether they may,
 * before anything is read.
 */
@Component
class ActorInterceptor implements HandlerInterceptor {

    static final String HEADER = "Assay-Employer";
    static final String ATTRIBUTE = ActorInterceptor.class.getName() + ".actor";

    static final String PARTNER = ActorInterceptor.class.getName() + ".partner";

    private final Employers employers;
    private final PartnerCalls partners;

    ActorInterceptor(Employers employers, PartnerCalls partners) {
        this.employers = employers;
        this.partners = partners;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        // No endpoint of ours takes OPTIONS: Spring's own answer tells the methods there are.
        if (!(handler instanceof HandlerMethod method)
                || request.getMethod().equals(HttpMethod.OPTIONS.name())) {
            return true;
        }
        if (method.hasMethodAnnotation(OpenToAnyone.class)) {
            return true;
        }
        Allowed allowed = method.getMethodAnnotation(Allowed.class);
        if (allowed == null) {
            throw new AccessDeniedException("the endpoint says not who may call it");
        }
        Actor actor = actor(request, allowed.value(), method);
        actor.requireSomewhere(allowed.value());
        request.setAttribute(ATTRIBUTE, actor);
        return true;
    }

    private Actor actor(HttpServletRequest request, Permission permission, HandlerMethod method) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof JwtAuthenticationToken token)) {
            throw new AccessDeniedException("no token");
        }
        Jwt jwt = token.getToken();
        if (permission.isForPartners()) {
            CallingPartner caller = partners.caller(jwt, subject(jwt));
            request.setAttribute(PARTNER, caller);
            return partners.actor(request, caller, permission, isEverywhere(method));
        }
        var claim = OrganizationsClaim.of(jwt.getClaim(OrganizationsClaim.NAME));
        return switch (employers.choose(subject(jwt), claim, request.getHeader(HEADER))) {
            case EmployerChoice.Chosen(_, Actor.Person actor) -> actor;
            case EmployerChoice.Ambiguous(var several) ->
                    throw new EmployerRequired(several.stream().map(Employer::alias).toList());
            case EmployerChoice.Refused() ->
                    throw new AccessDeniedException(
                            "You are not a member of this employer, or the token does not name its"
                                    + " organization (request the scope organization:*).");
        };
    }

    private static boolean isEverywhere(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == CallingPartner.class);
    }

    private static UUID subject(Jwt jwt) {
        try {
            return UUID.fromString(jwt.getSubject());
        } catch (IllegalArgumentException | NullPointerException noUuid) {
            throw new AccessDeniedException(
                    "The token's subject is not a user of the realm.", noUuid);
        }
    }
}
