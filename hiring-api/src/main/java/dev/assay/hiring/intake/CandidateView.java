package dev.assay.hiring.intake;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.candidates.Candidate;
import java.util.List;

/**
 * A candidate with what they applied to.
 *
 * @param merged the others that turned out to be the same person
 * @param duplicates others who gave the same address, and may be the same person
 * @param applications of all of them, oldest first
 */
public record CandidateView(
        Candidate candidate,
        List<Candidate> merged,
        List<Candidate> duplicates,
        List<Application> applications) {

    public CandidateView {
        merged = List.copyOf(merged);
        duplicates = List.copyOf(duplicates);
        applications = List.copyOf(applications);
    }
}
