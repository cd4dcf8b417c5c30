package dev.assay.admin.jobs;

import dev.assay.admin.scoring.RequirementLine;
import dev.assay.admin.scoring.ScoreWords;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.scoring.RankedApplication;
import dev.assay.hiring.scoring.RankingLane;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.scoring.Scores;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Invitations;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a ranking together from what the features tell, a page or a row at a time. */
@Component
class RankingPages {

    private final Jobs jobs;
    private final Scores scores;
    private final Applications applications;
    private final Candidates candidates;
    private final Credentials credentials;
    private final Invitations invitations;
    private final JobWords jobWords;
    private final ScoreWords scoreWords;
    private final Words words;
    private final Moments moments;

    RankingPages(
            Jobs jobs,
            Scores scores,
            Applications applications,
            Candidates candidates,
            Credentials credentials,
            Invitations invitations,
            JobWords jobWords,
            ScoreWords scoreWords,
            Words words,
            Moments moments) {
        this.jobs = jobs;
        this.scores = scores;
        this.applications = applications;
        this.candidates = candidates;
        this.credentials = credentials;
        this.invitations = invitations;
        this.jobWords = jobWords;
        this.scoreWords = scoreWords;
        this.words = words;
        this.moments = moments;
    }

    /**
     * A page of the ranking, with one row opened if asked for; on the first page also the lane of
     * those without evidence.
     */
    RankingPage ranked(Actor actor, JobId id, Optional<PageCursor> after, Optional<UUID> opened) {
        JobHead job = jobWords.head(jobs.get(actor, id), "ranking");
        Page<RankedApplication> page =
                scores.ranking(actor, id, RankingLane.RANKED, after, PageSize.DEFAULT);
        Page<RankedApplication> lane =
                after.isPresent()
                        ? new Page<>(List.of(), Optional.empty())
                        : scores.ranking(
                                actor,
                                id,
                                RankingLane.NO_EVIDENCE,
                                Optional.empty(),
                                PageSize.DEFAULT);
        return new RankingPage(
                job,
                pending(page.items()),
                scores.waiting(actor, id).size(),
                bands(actor, page.items(), opened),
                page.next()
                        .map(next -> job.path() + "/ranking?after=" + next.encoded())
                        .orElse(null),
                invitations(actor, lane.items()),
                lane.next().map(next -> laneHref(job, next)).orElse(null),
                actor.may(Permission.ISSUE_CANDIDATE_LINKS));
    }

    /** A page of those without evidence alone. */
    RankingPage lane(Actor actor, JobId id, Optional<PageCursor> after) {
        JobHead job = jobWords.head(jobs.get(actor, id), "ranking");
        Page<RankedApplication> lane =
                scores.ranking(actor, id, RankingLane.NO_EVIDENCE, after, PageSize.DEFAULT);
        return new RankingPage(
                job,
                0,
                scores.waiting(actor, id).size(),
                List.of(),
                null,
                invitations(actor, lane.items()),
                lane.next().map(next -> laneHref(job, next)).orElse(null),
                actor.may(Permission.ISSUE_CANDIDATE_LINKS));
    }

    JobHead head(Actor actor, JobId id) {
        return jobWords.head(jobs.get(actor, id), "ranking");
    }

    /** How many of the job's applications wait to be scored anew. */
    int rescoring(Actor actor, JobId id) {
        jobs.get(actor, id);
        return scores.waiting(actor, id).size();
    }

    /**
     * One row, as it stands now.
     *
     * @throws NotFound when the job has no such application among the ranked ones
     */
    RankRow row(Actor actor, JobId job, ApplicationId id, boolean open) {
        Application application = applications.get(actor, id);
        if (!application.job().equals(job)) {
            throw new NotFound("application");
        }
        int rank = scores.rank(actor, id).orElseThrow(() -> new NotFound("place in the ranking"));
        var ranked = new RankedApplication(rank, id, scores.current(actor, id));
        return rows(actor, List.of(ranked), open ? Optional.of(id.value()) : Optional.empty())
                .getFirst();
    }

    /**
     * Two to four applications to a job, each with its explanation.
     *
     * @throws NotFound when the job has no such application
     */
    ComparisonPage compared(Actor actor, JobId id, List<ApplicationId> ids) {
        JobHead job = jobWords.head(jobs.get(actor, id), "ranking");
        People people = people(actor, ids);
        Map<ApplicationId, List<StoredCredential>> evidence = credentials.ofEach(actor, ids);
        List<RankRow> rows = new ArrayList<>();
        for (ApplicationId one : ids) {
            if (!people.application(one).job().equals(id)) {
                throw new NotFound("application");
            }
            rows.add(
                    row(
                            new RankedApplication(
                                    scores.rank(actor, one).orElse(0),
                                    one,
                                    scores.current(actor, one)),
                            people,
                            byId(evidence.getOrDefault(one, List.of())),
                            true));
        }
        return new ComparisonPage(job, rows, needs(rows));
    }

    /** By the skills' names: a score from before a requirement was added does not know it. */
    private static List<ComparisonPage.Need> needs(List<RankRow> rows) {
        Map<String, String> demands = new LinkedHashMap<>();
        rows.forEach(row ->
                lines(row).forEach(line -> demands.putIfAbsent(line.skill(), line.demand())));
        List<ComparisonPage.Need> needs = new ArrayList<>();
        demands.forEach((skill, demand) -> {
            List<@Nullable RequirementLine> shown = new ArrayList<>();
            rows.forEach(row ->
                    shown.add(
                            lines(row).stream()
                                    .filter(line -> line.skill().equals(skill))
                                    .findFirst()
                                    .orElse(null)));
            needs.add(new ComparisonPage.Need(skill, demand, shown));
        });
        return needs;
    }

    private static List<RequirementLine> lines(RankRow row) {
        return Objects.requireNonNullElse(row.needs(), List.of());
    }

    private List<RankBand> bands(
            Actor actor, List<RankedApplication> ranked, Optional<UUID> opened) {
        List<RankRow> rows = rows(actor, ranked, opened);
        List<RankBand> bands = new ArrayList<>();
        List<RankRow> inBand = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            inBand.add(rows.get(i));
            String label = label(ranked.get(i).score());
            boolean last = i + 1 == rows.size() || !label.equals(label(ranked.get(i + 1).score()));
            if (last) {
                bands.add(new RankBand(label, inBand));
                inBand = new ArrayList<>();
            }
        }
        return bands;
    }

    /** The order is: who may have all must-haves, then the score with open checks counted in. */
    private String label(Score score) {
        String band = scoreWords.band(score.potential());
        return score.mustHaves().equals("not-shown") ? words.say("band.must-missing", band) : band;
    }

    private List<RankRow> rows(Actor actor, List<RankedApplication> ranked, Optional<UUID> opened) {
        List<ApplicationId> ids = ranked.stream().map(RankedApplication::application).toList();
        People people = people(actor, ids);
        Map<ApplicationId, List<StoredCredential>> evidence = credentials.ofEach(actor, ids);
        return ranked.stream()
                .map(one ->
                        row(
                                one,
                                people,
                                byId(evidence.getOrDefault(one.application(), List.of())),
                                opened.filter(one.application().value()::equals).isPresent()))
                .toList();
    }

    private RankRow row(
            RankedApplication ranked,
            People people,
            Map<UUID, StoredCredential> evidence,
            boolean open) {
        Score score = ranked.score();
        return new RankRow(
                ranked.rank(),
                ranked.application().toString(),
                people.name(ranked.application()),
                score.score() == null ? words.say("score.none") : scoreWords.points(score.score()),
                scoreWords.potential(score),
                scoreWords.bar(score),
                scoreWords.mustHaves(score),
                scoreWords.counts(score),
                moments.of(people.application(ranked.application()).submittedAt()),
                scoreWords.why(score, evidence),
                open ? scoreWords.needs(score, evidence) : null);
    }

    private List<InviteRow> invitations(Actor actor, List<RankedApplication> lane) {
        List<ApplicationId> ids = lane.stream().map(RankedApplication::application).toList();
        People people = people(actor, ids);
        Map<ApplicationId, Instant> invited = invitations.lastOf(actor, ids);
        return lane.stream()
                .map(one ->
                        new InviteRow(
                                one.application().toString(),
                                people.name(one.application()),
                                moments.of(people.application(one.application()).submittedAt()),
                                Optional.ofNullable(invited.get(one.application()))
                                        .map(moments::of)
                                        .orElse(null)))
                .toList();
    }

    /**
     * Whose application it is.
     *
     * @throws NotFound when this employer has no such application
     */
    String name(Actor actor, ApplicationId id) {
        return people(actor, List.of(id)).name(id);
    }

    private People people(Actor actor, List<ApplicationId> ids) {
        Map<ApplicationId, Application> filed = applications.withIds(actor, ids);
        return new People(
                filed,
                candidates.withIds(
                        actor, filed.values().stream().map(Application::candidate).toList()),
                words.say("candidate.erased"));
    }

    private int pending(List<RankedApplication> ranked) {
        Set<UUID> open = new HashSet<>();
        ranked.forEach(one -> open.addAll(scoreWords.open(one.score())));
        return open.size();
    }

    private static String laneHref(JobHead job, PageCursor next) {
        return job.path() + "/ranking?lane=no-evidence&after=" + next.encoded();
    }

    private static Map<UUID, StoredCredential> byId(List<StoredCredential> credentials) {
        return credentials.stream()
                .collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    }

    /** Who is behind these applications, and what to call those who were erased. */
    private record People(
            Map<ApplicationId, Application> filed,
            Map<CandidateId, Candidate> known,
            String erased) {

        Application application(ApplicationId id) {
            Application application = filed.get(id);
            if (application == null) {
                throw new NotFound("application");
            }
            return application;
        }

        String name(ApplicationId id) {
            Candidate candidate = known.get(application(id).candidate());
            return candidate == null ? erased : candidate.fullName();
        }
    }
}
