package dev.assay.hiring.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Checks tokens locally against Keycloak's published keys. The keys are cached and refreshed ahead
 * of time; while Keycloak cannot be reached the cached ones go on, so only new logins stop.
 * Asymmetric algorithms alone are accepted.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class TokenConfiguration {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    @Bean
    JWKSource<SecurityContext> realmKeys(IdentityProperties identity, Clock clock)
            throws MalformedURLException {
        return RealmKeys.of(identity, clock);
    }

    @Bean
    JwtDecoder jwtDecoder(
            JWKSource<SecurityContext> realmKeys, IdentityProperties identity, Clock clock) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, realmKeys));
        // The claims are checked below, by Spring's validators.
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        OAuth2TokenValidator<Jwt> claims =
                new DelegatingOAuth2TokenValidator<>(
                        new JwtIssuerValidator(identity.issuer().toString()),
                        validityPeriod(identity.clockSkew(), clock),
                        new JwtClaimValidator<List<String>>(
                                "aud",
                                audience ->
                                        audience != null
                                                && audience.contains(identity.audience())));
        decoder.setJwtValidator(claims);
        return new VerifiedTokens(decoder, claims, clock);
    }

    private static JwtTimestampValidator validityPeriod(Duration clockSkew, Clock clock) {
        var validator = new JwtTimestampValidator(clockSkew);
        validator.setClock(clock);
        // By default one without an end is taken for valid for ever.
        validator.setAllowEmptyExpiryClaim(false);
        return validator;
    }
}
