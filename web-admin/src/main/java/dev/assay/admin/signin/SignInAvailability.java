package dev.assay.admin.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends nobody to a sign-in service that is away; a page of ours says so instead. */
final class SignInAvailability extends OncePerRequestFilter {

    private final String signIn;
    private final KeycloakProbe keycloak;

    SignInAvailability(String signIn, KeycloakProbe keycloak) {
        this.signIn = signIn;
        this.keycloak = keycloak;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().equals(request.getContextPath() + signIn)
                && !keycloak.answers()) {
            response.sendRedirect(request.getContextPath() + SignedOutController.AWAY);
            return;
        }
        chain.doFilter(request, response);
    }
}
