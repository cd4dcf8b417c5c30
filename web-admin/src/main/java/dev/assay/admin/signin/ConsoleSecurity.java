package dev.assay.admin.signin;

import dev.assay.admin.shell.PageHeaders;
import dev.assay.hiring.platform.security.IdentityProperties;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * The filter chain of pages: a session made by signing in at Keycloak, a CSRF token on everything
 * but GET, and headers that let a page load nothing but the console's own files. It takes whatever
 * the API's chains before it do not.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    private static final String SIGN_IN = "/oauth2/authorization/" + KeycloakClient.REGISTRATION;

    @Bean
    @Order(100)
    SecurityFilterChain consoleChain(
            HttpSecurity http,
            ClientRegistrationRepository registrations,
            IdentityProperties identity,
            KeycloakProbe keycloak) {
        return http.authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/assets/**",
                                        "/webjars/**",
                                        "/error",
                                        "/console/theme",
                                        SignedOutController.SIGNED_OUT,
                                        SignedOutController.FAILED,
                                        SignedOutController.AWAY)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2Login(login ->
                        login.loginPage(SIGN_IN)
                                .defaultSuccessUrl("/console")
                                .failureUrl(SignedOutController.FAILED))
                .addFilterBefore(
                        new SignInAvailability(SIGN_IN, keycloak),
                        OAuth2AuthorizationRequestRedirectFilter.class)
                .logout(logout ->
                        logout.logoutUrl("/console/sign-out")
                                .logoutSuccessHandler(endingTheirSession(registrations)))
                .requestCache(cache -> cache.requestCache(returningToThePageAskedFor()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(ConsoleSecurity::signIn))
                .headers(headers -> PageHeaders.strict(headers, identity.issuer()))
                .build();
    }

    /** Signing out here alone would sign the next click in again. */
    private static OidcClientInitiatedLogoutSuccessHandler endingTheirSession(
            ClientRegistrationRepository registrations) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri("{baseUrl}" + SignedOutController.SIGNED_OUT);
        return handler;
    }

    @SuppressWarnings("NullAway") // null is documented as "no parameter", though not annotated so
    private static HttpSessionRequestCache returningToThePageAskedFor() {
        var cache = new HttpSessionRequestCache();
        cache.setRequestMatcher(request ->
                request.getMethod().equals("GET")
                        && request.getHeader("HX-Request") == null
                        && request.getRequestURI().startsWith("/console"));
        // Otherwise the address bar would say "?continue" ever after.
        cache.setMatchingRequestParameterName(null);
        return cache;
    }

    /** A fragment cannot show a sign-in page; the page around it then asks for itself again. */
    private static void signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException missing)
            throws IOException, ServletException {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        AuthenticationEntryPoint redirect = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        redirect.commence(request, response, missing);
    }
}
