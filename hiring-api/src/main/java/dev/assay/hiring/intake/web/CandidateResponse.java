package dev.assay.hiring.intake.web;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.intake.CandidateView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record CandidateResponse(
        UUID id,
        String givenName,
        String familyName,
        String email,
        String emailStatus,
        @Nullable String phone,
        Instant createdAt,
        @Nullable UUID mergedInto,
        List<UUID> mergedWith,
        List<UUID> possibleDuplicates,
        List<ApplicationSummary> applications,
        boolean blind) {

    static CandidateResponse of(CandidateView view) {
        Candidate candidate = view.candidate();
        return new CandidateResponse(
                candidate.id().value(),
                candidate.givenName(),
                candidate.familyName(),
                candidate.email().address(),
                candidate.emailStatus().wireName(),
                candidate.phone(),
                candidate.createdAt(),
                candidate.mergedInto().map(CandidateId::value).orElse(null),
                ids(view.merged()),
                ids(view.duplicates()),
                view.applications().stream().map(ApplicationSummary::of).toList(),
                candidate.blind());
    }

    private static List<UUID> ids(List<Candidate> candidates) {
        return candidates.stream().map(candidate -> candidate.id().value()).toList();
    }

    record ApplicationSummary(
            UUID id, UUID jobId, UUID candidateId, ApplicationPhase phase, Instant submittedAt) {

        static ApplicationSummary of(Application application) {
            return new ApplicationSummary(
                    application.id().value(),
                    application.job().value(),
                    application.candidate().value(),
                    application.phase(),
                    application.submittedAt());
        }
    }

    /** A candidate as a list shows them. */
    record Summary(
            UUID id,
            String givenName,
            String familyName,
            String email,
            String emailStatus,
            Instant createdAt,
            @Nullable UUID mergedInto,
            boolean blind) {

        static Summary of(Candidate candidate) {
            return new Summary(
                    candidate.id().value(),
                    candidate.givenName(),
                    candidate.familyName(),
                    candidate.email().address(),
                    candidate.emailStatus().wireName(),
                    candidate.createdAt(),
                    candidate.mergedInto().map(CandidateId::value).orElse(null),
                    candidate.blind());
        }
    }
}
