package dev.assay.hiring.platform.telemetry;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/**
 * Probes answer everybody. Everything else of the actuator, metrics first, answers on a management
 * port of its own, which an operator keeps inside; on the port of the API it is not there, except
 * in the local run, whose ports only the own machine reaches.
 */
@Configuration(proxyBeanMethods = false)
class ActuatorSecurity {

    private static final String[] PROBES = {"/actuator/health/**", "/livez", "/readyz"};

    @Bean
    @Order(2)
    SecurityFilterChain actuatorChain(HttpSecurity http, Environment environment) {
        return http.securityMatcher("/actuator/**", "/livez", "/readyz")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(PROBES)
                                .permitAll()
                                .anyRequest()
                                .access((_, context) ->
                                        new AuthorizationDecision(
                                                isInside(environment, context.getRequest()))))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(
                                new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    private static boolean isInside(Environment environment, HttpServletRequest request) {
        if (environment.acceptsProfiles(Profiles.of("local"))) {
            return true;
        }
        return ManagementPortType.get(environment) == ManagementPortType.DIFFERENT
                && Integer.toString(request.getLocalPort())
                        .equals(environment.getProperty("local.management.port"));
    }
}
