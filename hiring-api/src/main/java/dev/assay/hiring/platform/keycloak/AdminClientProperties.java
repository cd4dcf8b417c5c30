package dev.assay.hiring.platform.keycloak;

import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The client with a service account that administers people at Keycloak. Its roles, all of {@code
 * realm-management}: {@code manage-users}, {@code view-users}, {@code manage-organizations}, and
 * {@code manage-clients} for partners.
 *
 * @param address where the realm is for us, when not at the issuer's address: the same path behind
 *     another host
 */
@ConfigurationProperties("assay.identity.admin")
@Validated
record AdminClientProperties(
        @DefaultValue("assay-people") @NotBlank String clientId,
        @NotBlank String clientSecret,
        @Nullable URI address) {

    /** Known to everybody; good for the sample on one's own machine and nothing else. */
    static final String SAMPLE_SECRET = "assay-people-sample-secret";

    boolean usesSampleSecret() {
        return clientSecret.equals(SAMPLE_SECRET);
    }

    @Override
    public String toString() {
        return "AdminClientProperties[clientId=" + clientId + "]";
    }
}
