package dev.assay.hiring.platform.signing.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Public keys are for everybody, and for pages of other sites too. */
@Configuration(proxyBeanMethods = false)
class WellKnownSecurity {

    @Bean
    @Order(4)
    SecurityFilterChain wellKnown(HttpSecurity http) {
        return http.securityMatcher("/.well-known/did.json", "/.well-known/jwks.json")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
