package dev.assay.hiring.partners;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What holds for every partner.
 *
 * @param duplicateWindow for how long a partner's second application of the same address to the
 *     same job is refused
 */
@ConfigurationProperties("assay.partners")
@Validated
record PartnerProperties(
        @DefaultValue("120d") @DurationMin(seconds = 1) Duration duplicateWindow) {}
