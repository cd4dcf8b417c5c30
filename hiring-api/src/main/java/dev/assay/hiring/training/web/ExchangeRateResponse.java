package dev.assay.hiring.training.web;

import dev.assay.hiring.training.FiledTerm;
import dev.assay.hiring.training.RateContent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

record ExchangeRateResponse(
        UUID id,
        String from,
        String to,
        BigDecimal rate,
        LocalDate date,
        String source,
        Instant createdAt,
        Instant updatedAt) {

    static ExchangeRateResponse of(FiledTerm<RateContent> filed) {
        RateContent content = filed.content();
        return new ExchangeRateResponse(
                filed.id(),
                content.from(),
                content.to(),
                content.rate(),
                content.date(),
                content.source(),
                filed.createdAt(),
                filed.updatedAt());
    }
}
