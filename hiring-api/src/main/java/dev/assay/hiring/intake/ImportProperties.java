package dev.assay.hiring.intake;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of imports.
 *
 * @param mostLines lines that one may have
 * @param mostBytes how large one may be
 * @param kept how long it can be asked what became of the lines
 */
@ConfigurationProperties("assay.imports")
@Validated
record ImportProperties(
        @DefaultValue("1000000") @Positive long mostLines,
        @DefaultValue("8GB") DataSize mostBytes,
        @DefaultValue("90d") @DurationMin(days = 1) Duration kept) {}
