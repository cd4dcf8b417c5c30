package dev.assay.hiring.platform.pages;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * Pages for applicants, who have no account: what is in the link is all the authority there is.
 * Without a session there is nothing a forged request could ride on, hence no CSRF token. The
 * address of the page goes nowhere: no referrer, nothing loaded, nothing indexed.
 */
@Configuration(proxyBeanMethods = false)
class PersonalPagesConfiguration {

    private static final long LARGEST_FILE = 1024 * 1024;
    private static final long LARGEST_FORM = 3 * LARGEST_FILE;

    @Bean
    @Order(3)
    SecurityFilterChain personalPagesChain(HttpSecurity http) {
        return http.securityMatcher("/me/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                        policy.policyDirectives(
                                                "default-src 'none'; style-src "
                                                        + PersonalPages.styleSource()
                                                        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                                .addHeaderWriter(
                                        new StaticHeadersWriter("X-Robots-Tag", "noindex")))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** One file a form, kept in memory and never on a disk: it is a person's. */
    @Bean
    MultipartConfigElement multipartConfig() {
        return new MultipartConfigElement("", LARGEST_FILE, LARGEST_FORM, (int) LARGEST_FORM);
    }

    /** Reads a form's file only where a page asks for it, which can then say that it is too big. */
    @Bean
    MultipartResolver multipartResolver() {
        var resolver = new StandardServletMultipartResolver();
        resolver.setResolveLazily(true);
        return resolver;
    }
}
