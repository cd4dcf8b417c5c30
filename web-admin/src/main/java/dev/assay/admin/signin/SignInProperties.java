package dev.assay.admin.signin;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The console as a client of Keycloak. The realm's address is the platform's {@code
 * assay.identity.issuer}.
 */
@ConfigurationProperties("assay.console.sign-in")
@Validated
record SignInProperties(
        @DefaultValue("assay-console") @NotBlank String clientId, @NotBlank String clientSecret) {

    /** Known to everybody; good for the sample on one's own machine and nothing else. */
    static final String SAMPLE_SECRET = "assay-console-sample-secret";

    boolean usesSampleSecret() {
        return clientSecret.equals(SAMPLE_SECRET);
    }

    @Override
    public String toString() {
        return "SignInProperties[clientId=" + clientId + "]";
    }
}
