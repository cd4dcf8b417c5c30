package dev.assay.hiring.platform.lifecycle;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a node goes.
 *
 * @param notice for how long it says "not ready" and still serves, so that whoever hands out
 *     requests has taken it off the list before it takes none any more; up to 20 seconds
 */
@ConfigurationProperties("assay.shutdown")
@Validated
record ShutdownProperties(
        @DefaultValue("0s") @NotNull @DurationMin @DurationMax(seconds = 20) Duration notice) {}
