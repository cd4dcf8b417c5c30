package dev.assay.hiring.training;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one estimate or plan may ask of a node.
 *
 * @param mostDraws draws of one estimate
 * @param mostDrawsOfHires draws times hires of one cohort
 * @param hiresAtOnce hires of a cohort that is planned while the caller waits; more are planned
 *     afterwards
 * @param planFor how long the best sponsoring is looked for
 */
@ConfigurationProperties("assay.training")
@Validated
record TrainingProperties(
        @DefaultValue("65536") @Min(256) @Max(1_048_576) int mostDraws,
        @DefaultValue("100000000") @Min(256) long mostDrawsOfHires,
        @DefaultValue("50") @Min(0) int hiresAtOnce,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration planFor) {}
