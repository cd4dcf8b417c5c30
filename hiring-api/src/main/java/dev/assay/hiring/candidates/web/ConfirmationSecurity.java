package dev.assay.hiring.candidates.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Pages for applicants, who have no account: what is in the link is all the authority there is.
 * Without a session there is nothing a forged request could ride on, hence no CSRF token. The
 * address of the page goes nowhere: no referrer, nothing loaded.
 */
@Configuration(proxyBeanMethods = false)
class ConfirmationSecurity {

    @Bean
    @Order(3)
    SecurityFilterChain applicantPages(HttpSecurity http) {
        return http.securityMatcher("/me/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                        policy.policyDirectives(
                                                "default-src 'none'; style-src "
                                                        + ConfirmationPage.styleHash()
                                                        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"))
                                .referrerPolicy(
                                        referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
