package dev.assay.admin.signin;

import dev.assay.hiring.platform.security.EmployerChoice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** Finds out before every page for whom its reader acts; asks those who must choose first. */
@Component
class SignedInInterceptor implements HandlerInterceptor {

    private final EmployerOfSession employers;

    SignedInInterceptor(EmployerOfSession employers) {
        this.employers = employers;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcUser user)) {
            return true;
        }
        EmployerChoice choice = employers.establish(request, user);
        if (request.getRequestURI().equals(EmployerController.PATH)) {
            return true;
        }
        return switch (choice) {
            case EmployerChoice.Chosen _ -> true;
            // That page lets the one choose and tells the other what to do.
            case EmployerChoice.Ambiguous _, EmployerChoice.Refused _ -> {
                response.sendRedirect(EmployerController.PATH);
                yield false;
            }
        };
    }
}
