package dev.assay.hiring.credentials;

import dev.assay.credential.CredentialVerifier;
import dev.assay.credential.VerificationPolicy;
import dev.assay.credential.source.DocumentSource;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerifierConfiguration {

    /**
     * Nothing is fetched: what hangs on a remote document stays undecided, and the report says so.
     */
    @Bean
    CredentialVerifier credentialVerifier(Clock clock) {
        return CredentialVerifier.create(
                clock, DocumentSource.none(), VerificationPolicy.standard());
    }
}
