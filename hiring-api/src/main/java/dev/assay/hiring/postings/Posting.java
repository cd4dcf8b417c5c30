package dev.assay.hiring.postings;

import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.platform.security.Employer;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A posting as it leaves the house, whatever it is then written as: what the employer publishes,
 * and nothing of how it weighs or decides.
 *
 * @param openedAt when it was first open
 * @param skills those the job asks for, by id
 */
public record Posting(
        Employer employer,
        EmployerProfile profile,
        Job job,
        Instant openedAt,
        Map<SkillId, Skill> skills) {

    public Posting {
        skills = Map.copyOf(skills);
    }

    /** Its places of work, such as {@code Harbor City, WA, US}. */
    public List<String> placesInWords() {
        return job.content().locations().stream()
                .map(FeedText::place)
                .filter(place -> !place.isEmpty())
                .toList();
    }

    /** What it pays, such as {@code USD 52000 - 64000 per year}. */
    public Optional<String> payInWords() {
        return Optional.ofNullable(FeedText.pay(job.content().salary()));
    }

    /**
     * The skill a requirement of the job names.
     *
     * @throws IllegalStateException when it is gone
     */
    public Skill skill(Requirement requirement) {
        return Optional.ofNullable(skills.get(requirement.skill()))
                .orElseThrow(() -> new IllegalStateException("a requirement's skill is gone"));
    }
}
