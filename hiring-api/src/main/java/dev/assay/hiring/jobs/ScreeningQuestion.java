package dev.assay.hiring.jobs;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a job asks whoever applies. It never changes, so that an answer says what was asked.
 *
 * @param retiredAt since when it is asked no more
 */
public record ScreeningQuestion(
        UUID id,
        JobId job,
        QuestionContent content,
        Instant createdAt,
        Optional<Instant> retiredAt) {}
