package dev.assay.admin.applications;

import dev.assay.admin.scoring.ScoreWords;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.intake.ListedApplication;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.shared.Actor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applications of all jobs, as the rows of a list. */
@Component
class ListPages {

    private final Candidates candidates;
    private final Jobs jobs;
    private final ScoreWords scoreWords;
    private final Words words;
    private final Moments moments;

    ListPages(
            Candidates candidates, Jobs jobs, ScoreWords scoreWords, Words words, Moments moments) {
        this.candidates = candidates;
        this.jobs = jobs;
        this.scoreWords = scoreWords;
        this.words = words;
        this.moments = moments;
    }

    List<ListedRow> rows(Actor actor, List<ListedApplication> found) {
        Map<CandidateId, Candidate> known =
                candidates.withIds(
                        actor, found.stream().map(ListedApplication::candidate).toList());
        Map<JobId, String> titles = new HashMap<>();
        return found.stream()
                .map(one ->
                        row(
                                one,
                                Optional.ofNullable(known.get(one.candidate()))
                                        .map(Candidate::fullName)
                                        .orElseGet(() -> words.say("candidate.erased")),
                                titles.computeIfAbsent(
                                        one.job(), job -> jobs.get(actor, job).content().title())))
                .toList();
    }

    private ListedRow row(ListedApplication one, String candidate, String job) {
        Optional<ListedApplication.Figures> figures = one.figures();
        return new ListedRow(
                one.id().toString(),
                candidate,
                job,
                phase(one.phase()),
                figures.flatMap(ListedApplication.Figures::score)
                        .map(scoreWords::points)
                        .orElse(null),
                figures.map(ListedApplication.Figures::mustHaves).map(this::mustHaves).orElse(null),
                moments.of(one.submittedAt()),
                one.flagged());
    }

    Badge phase(ApplicationPhase phase) {
        String word = words.say("phase." + phase.wireName());
        return phase == ApplicationPhase.HIRED ? Badge.verified(word) : Badge.none(word);
    }

    private @Nullable Badge mustHaves(String state) {
        String word = words.say("flag.must." + state);
        return switch (state) {
            case "met" -> Badge.verified(word);
            case "open" -> Badge.unsure(word);
            case "not-shown" -> Badge.none(word);
            default -> null;
        };
    }
}
