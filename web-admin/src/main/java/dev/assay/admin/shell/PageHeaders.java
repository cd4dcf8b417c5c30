package dev.assay.admin.shell;

import java.net.URI;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What a page's headers allow: the console's own files, and nothing else. No inline script or
 * style, no evaluation, no frames, no other host; so the templates need neither nonces nor
 * exceptions.
 */
public final class PageHeaders {

    private PageHeaders() {}

    /**
     * Sets the headers of pages.
     *
     * @param signInService the one other place a form may lead to: signing out ends there
     */
    public static void strict(HeadersConfigurer<HttpSecurity> headers, URI signInService) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy(signInService)))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy(
                                "camera=(), display-capture=(), geolocation=(),"
                                        + " microphone=(), payment=(), usb=()"))
                .crossOriginOpenerPolicy(
                        opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(
                        resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    static String policy(URI signInService) {
        String origin = signInService.getScheme() + "://" + signInService.getAuthority();
        // Tabler draws the arrows of its form controls as data: images.
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'",
                "form-action 'self' " + origin,
                "base-uri 'none'",
                "frame-ancestors 'none'");
    }
}
