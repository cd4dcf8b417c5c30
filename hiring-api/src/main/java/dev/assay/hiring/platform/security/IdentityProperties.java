package dev.assay.hiring.platform.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where people's tokens come from.
 *
 * @param issuer the realm's issuer URL, exactly as in the tokens' {@code iss}
 * @param audience what a token's {@code aud} must contain
 * @param clockSkew how far our clock and Keycloak's may differ
 * @param keyOutageTolerance how long cached keys are used while Keycloak cannot be reached
 */
@ConfigurationProperties("assay.identity")
@Validated
public record IdentityProperties(
        @NotNull URI issuer,
        @DefaultValue("assay-api") @NotBlank String audience,
        @DefaultValue("30s") Duration clockSkew,
        @DefaultValue("4h") Duration keyOutageTolerance) {

    /** Where Keycloak publishes the realm's signing keys. */
    public URI keys() {
        return URI.create(issuer + "/protocol/openid-connect/certs");
    }
}
