package dev.assay.hiring.interviews;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a candidate needs so that the hiring is fair to them.
 *
 * @param request in words; empty once the candidate is erased
 */
public record AccommodationRequest(
        UUID id,
        ApplicationId application,
        CandidateId candidate,
        Optional<String> request,
        String recordedBy,
        Instant recordedAt) {}
