package dev.assay.hiring.platform.signing;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long the platform signs with one key.
 *
 * @param rotateAfter from then on a new one signs; the old one stays published for what it signed
 */
@ConfigurationProperties("assay.signing")
@Validated
record SigningProperties(@DefaultValue("365d") @DurationMin(hours = 1) Duration rotateAfter) {}
