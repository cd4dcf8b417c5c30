package dev.assay.hiring.platform.pages;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Pages for everybody: postings, what tells search engines of them, and files of postings that lie
 * at an address for one board. There is no session for a forged request to ride on, hence no CSRF
 * token; nothing is loaded, and no script runs.
 */
@Configuration(proxyBeanMethods = false)
class PublicPagesConfiguration {

    @Bean
    @Order(5)
    SecurityFilterChain publicPagesChain(HttpSecurity http) {
        return http.securityMatcher("/jobs/**", "/feeds/**", "/sitemap.xml", "/robots.txt")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                        policy.policyDirectives(
                                                "default-src 'none'; style-src "
                                                        + PersonalPages.styleSource()
                                                        + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"))
                                .referrerPolicy(referrer ->
                                        referrer.policy(
                                                ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
