package dev.assay.hiring.platform.security;

import dev.assay.hiring.platform.problem.ProblemWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The API's own filter chain: a bearer token or nothing; no session, hence no CSRF token. */
@Configuration(proxyBeanMethods = false)
class ApiSecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(HttpSecurity http, ProblemWriter problems) {
        return http.securityMatcher("/v1/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(server ->
                        server.jwt(_ -> {})
                                .authenticationEntryPoint((request, response, failure) ->
                                        problems.unauthorized(request, response, failure))
                                .accessDeniedHandler((request, response, _) ->
                                        problems.write(
                                                request,
                                                response,
                                                HttpStatus.FORBIDDEN,
                                                "forbidden",
                                                "Not allowed.")))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint((request, response, failure) ->
                                problems.unauthorized(request, response, failure)))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    /** Probes and documentation without a token; what no other chain claims is refused. */
    @Bean
    @Order(2)
    SecurityFilterChain openSecurity(HttpSecurity http) {
        return http.securityMatcher("/actuator/health/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
