package dev.assay.hiring.platform.security;

import dev.assay.hiring.platform.problem.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The API's own filter chain: a bearer token or nothing; no session, hence no CSRF token. */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(HttpSecurity http, ProblemWriter problems) {
        return http.securityMatcher("/v1/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(OpenPaths.matchers())
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server ->
                        server.jwt(_ -> {})
                                .authenticationEntryPoint(problems::unauthorized)
                                .withObjectPostProcessor(everyFailure(problems))
                                .accessDeniedHandler((request, response, _) ->
                                        problems.write(
                                                request,
                                                response,
                                                HttpStatus.FORBIDDEN,
                                                "forbidden",
                                                "Not allowed.")))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems::unauthorized))
                .headers(ApiSecurityConfiguration::nothingToRender)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    /**
     * Calls are observed as a whole. To observe each of a dozen filters of each call besides took
     * more of a call than its work did.
     */
    @Bean
    SecurityObservationSettings filtersAreNotObserved() {
        return SecurityObservationSettings.noObservations();
    }

    /** An address with tricks in it, such as {@code //} or {@code ..;}, never gets to a handler. */
    @Bean
    RequestRejectedHandler trickyAddress(ProblemWriter problems) {
        return (request, response, _) ->
                problems.write(
                        request,
                        response,
                        HttpStatus.BAD_REQUEST,
                        "malformed-request",
                        "The address or a header of the request is malformed.");
    }

    private static void nothingToRender(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy ->
                        policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** By default the filter throws when the realm's keys cannot be had, which ends as a 500. */
    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> everyFailure(
            ProblemWriter problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(problems::unauthorized);
                return filter;
            }
        };
    }
}
