package dev.assay.hiring.selfservice;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param lifetime how long a link can be used
 * @param mailedOnApplication whether every applicant whose address is known as theirs gets one
 * @param inviteAgainAfter nobody is invited to show evidence twice within this time
 */
@ConfigurationProperties("assay.candidate-links")
@Validated
record SelfServiceProperties(
        @DefaultValue("90d") @NotNull Duration lifetime,
        @DefaultValue("true") boolean mailedOnApplication,
        @DefaultValue("14d") @NotNull Duration inviteAgainAfter) {

    @AssertTrue(message = "a link has to last a day at least")
    boolean isUsable() {
        return lifetime.compareTo(Duration.ofDays(1)) >= 0;
    }
}
