package dev.assay.hiring.platform.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
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
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int READ_TIMEOUT_MILLIS = 3_000;
    private static final int MAXIMUM_BYTES = 256 * 1024;
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(10);
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(10);

    @Bean
    JWKSource<SecurityContext> realmKeys(IdentityProperties identity) throws MalformedURLException {
        var retriever =
                new DefaultResourceRetriever(
                        CONNECT_TIMEOUT_MILLIS, READ_TIMEOUT_MILLIS, MAXIMUM_BYTES);
        return JWKSourceBuilder.<SecurityContext>create(identity.keys().toURL(), retriever)
                .cache(TIME_TO_LIVE.toMillis(), REFRESH_TIMEOUT.toMillis())
                .rateLimited(true)
                .retrying(true)
                .outageTolerant(identity.keyOutageTolerance().toMillis())
                .build();
    }

    @Bean
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> realmKeys, IdentityProperties identity) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, realmKeys));
        // The claims are checked below, by Spring's validators.
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        new JwtIssuerValidator(identity.issuer().toString()),
                        validityPeriod(identity.clockSkew()),
                        new JwtClaimValidator<List<String>>(
                                "aud",
                                audience ->
                                        audience != null
                                                && audience.contains(identity.audience()))));
        return decoder;
    }

    private static JwtTimestampValidator validityPeriod(Duration clockSkew) {
        var validator = new JwtTimestampValidator(clockSkew);
        // By default one without an end is taken for valid for ever.
        validator.setAllowEmptyExpiryClaim(false);
        return validator;
    }
}
