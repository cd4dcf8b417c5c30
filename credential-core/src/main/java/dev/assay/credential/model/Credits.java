package dev.assay.credential.model;

import java.math.BigDecimal;
import java.util.Optional;

/** Credits without a unit: Open Badges 3.0 does not say whether hours or ECTS are meant. */
public record Credits(Optional<BigDecimal> available, Optional<BigDecimal> earned) {}
