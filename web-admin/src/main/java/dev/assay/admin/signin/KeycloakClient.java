package dev.assay.admin.signin;

import dev.assay.hiring.platform.security.IdentityProperties;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;

/**
 * Registers the console at Keycloak. The addresses follow from the realm's, so nothing is fetched
 * at start: an unreachable Keycloak stops new sign-ins and nothing else.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInProperties.class)
class KeycloakClient {

    /** Part of the redirect address that Keycloak must know. */
    static final String REGISTRATION = "keycloak";

    @Bean
    ClientRegistrationRepository clientRegistrations(
            SignInProperties signIn, IdentityProperties identity, Environment environment) {
        if (signIn.usesSampleSecret() && !environment.acceptsProfiles(Profiles.of("sample"))) {
            throw new IllegalStateException(
                    "assay.console.sign-in.client-secret is the sample's, which everybody knows;"
                            + " give the console a secret of its own");
        }
        return new InMemoryClientRegistrationRepository(
                registration(signIn, identity.issuer().toString()));
    }

    private static ClientRegistration registration(SignInProperties signIn, String issuer) {
        String protocol = issuer + "/protocol/openid-connect";
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(signIn.clientId())
                .clientSecret(signIn.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                // Plain "organization" leaves the claim out for people in several of them.
                .scope("openid", "profile", "email", "organization:*")
                .issuerUri(issuer)
                .authorizationUri(protocol + "/auth")
                .tokenUri(protocol + "/token")
                .jwkSetUri(protocol + "/certs")
                .userInfoUri(protocol + "/userinfo")
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .providerConfigurationMetadata(Map.of("end_session_endpoint", protocol + "/logout"))
                .clientSettings(
                        ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .build();
    }
}
