package dev.assay.hiring.scoring;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.EvidenceAssembler.Assembled;
import dev.assay.hiring.scoring.ScoreRepository.NewScore;
import dev.assay.hiring.scoring.engine.ScoreResult;
import dev.assay.hiring.scoring.engine.ScoringEngine;
import dev.assay.hiring.scoring.engine.ScoringInput;
import dev.assay.hiring.scoring.engine.ScoringPolicy;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Events;
import dev.assay.hiring.skills.Skill;
import dev.assay.hiring.skills.SkillId;
import dev.assay.hiring.skills.Skills;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The first scores of applications to one job by people nobody knew before, together: what they
 * have in common is looked up once. What counts for each is what it brought and nothing else, and
 * the score is the one that {@link Scores#computeFirst} would come to.
 */
@Component
public class FirstScores {

    private static final ScoreCause CAUSE = ScoreCause.SUBMITTED;

    private final ScoreRepository repository;
    private final PolicyRepository policies;
    private final SuggestionRepository suggestions;
    private final VocabularySuggestions vocabulary;
    private final ScoreMoments moments;
    private final TenantTransaction transactions;
    private final Jobs jobs;
    private final Skills skills;
    private final EvidenceAssembler evidence;
    private final Events events;
    private final Clock clock;

    FirstScores(
            ScoreRepository repository,
            PolicyRepository policies,
            SuggestionRepository suggestions,
            VocabularySuggestions vocabulary,
            ScoreMoments moments,
            TenantTransaction transactions,
            Jobs jobs,
            Skills skills,
            EvidenceAssembler evidence,
            Events events,
            Clock clock) {
        this.repository = repository;
        this.policies = policies;
        this.suggestions = suggestions;
        this.vocabulary = vocabulary;
        this.moments = moments;
        this.transactions = transactions;
        this.jobs = jobs;
        this.skills = skills;
        this.evidence = evidence;
        this.events = events;
        this.clock = clock;
    }

    /** An application that has just been filed, with what it brought. */
    public record Filed(Application application, List<StoredCredential> credentials) {

        public Filed {
            credentials = List.copyOf(credentials);
        }
    }

    /** Computes their scores and makes them current, in the transaction that files them. */
    public Map<ApplicationId, Score> compute(Actor actor, JobId job, List<Filed> all) {
        if (all.isEmpty()) {
            return Map.of();
        }
        return transactions.in(
                actor,
                () -> {
                    ScoringPolicy policy = policies.held(actor.employer());
                    Job asking = jobs.get(actor, job);
                    Map<SkillId, Skill> required =
                            skills.withIds(
                                    actor,
                                    asking.content().requirements().stream()
                                            .map(Requirement::skill)
                                            .toList());
                    List<Assembled> assembled =
                            evidence.assembleEach(
                                    actor,
                                    all.stream().map(Filed::credentials).toList(),
                                    required.values());
                    note(actor, all, assembled);
                    Map<ApplicationId, Score> scores =
                            store(actor, asking, policy, required, all, assembled);
                    return scores;
                });
    }

    private void note(Actor actor, List<Filed> all, List<Assembled> assembled) {
        Map<ApplicationId, Instant> ends = new LinkedHashMap<>();
        for (Filed one : all) {
            evidence.nextEnd(one.credentials())
                    .ifPresent(end -> ends.put(one.application().id(), end));
        }
        moments.expectFirst(actor, ends);
        // What many have in common is looked up once.
        Map<String, UnexplainedAchievement> unexplained =
                assembled.stream()
                        .flatMap(one -> one.unexplained().stream())
                        .collect(
                                Collectors.toMap(
                                        UnexplainedAchievement::digest,
                                        one -> one,
                                        (one, _) -> one,
                                        LinkedHashMap::new));
        suggestions.note(
                actor.employer(),
                Stream.concat(
                                assembled.stream().flatMap(one -> one.suggestions().stream()),
                                vocabulary
                                        .mentioned(actor, List.copyOf(unexplained.values()))
                                        .stream())
                        .toList(),
                clock.instant());
    }

    private Map<ApplicationId, Score> store(
            Actor actor,
            Job asking,
            ScoringPolicy policy,
            Map<SkillId, Skill> required,
            List<Filed> all,
            List<Assembled> assembled) {
        Instant now = clock.instant();
        List<NewScore> scores = new ArrayList<>();
        Map<UUID, Map<String, Object>> changes = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Application application = all.get(i).application();
            ScoringInput input =
                    new ScoringInput(
                            ScoreMapping.requirements(asking.content().requirements()),
                            assembled.get(i).items(),
                            application.submittedAt().atOffset(ZoneOffset.UTC).toLocalDate(),
                            policy);
            ScoreResult result = ScoringEngine.score(input);
            scores.add(
                    new NewScore(
                            asking.id(),
                            ScoreMapping.score(application.id(), result, required, now),
                            result,
                            input));
            changes.put(
                    application.id().value(),
                    Scores.change(asking.id(), CAUSE, Optional.empty(), ScoreFigures.of(result)));
        }
        repository.store(actor.employer(), CAUSE, scores, Set.of());
        events.emitSome(actor, "score.changed", "application", changes);
        return scores.stream()
                .collect(
                        Collectors.toMap(
                                one -> new ApplicationId(one.score().applicationId()),
                                NewScore::score));
    }
}
