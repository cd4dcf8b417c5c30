package dev.assay.admin.jobs;

import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStages;
import dev.assay.hiring.jobs.Stage;
import dev.assay.hiring.jobs.StagePhase;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a job's open applications into columns by where they stand. */
@Component
class BoardPages {

    /** More than that nobody moves by hand. */
    static final int MOST = 300;

    private final Applications applications;
    private final Candidates candidates;
    private final JobStages stages;
    private final Words words;
    private final Moments moments;

    BoardPages(
            Applications applications,
            Candidates candidates,
            JobStages stages,
            Words words,
            Moments moments) {
        this.applications = applications;
        this.candidates = candidates;
        this.stages = stages;
        this.words = words;
        this.moments = moments;
    }

    List<BoardColumn> columns(Actor actor, JobId job) {
        List<Application> open = applications.openOf(actor, job, MOST);
        List<Stage> ofJob = stages.of(actor, job);
        Map<CandidateId, Candidate> known =
                candidates.withIds(actor, open.stream().map(Application::candidate).toList());
        List<BoardColumn> columns = new ArrayList<>();
        for (StagePhase phase : StagePhase.values()) {
            List<Stage> active = active(ofJob, phase);
            for (Stage stage : active) {
                List<Application> there =
                        open.stream()
                                .filter(one -> one.stage().equals(Optional.of(stage.id())))
                                .toList();
                columns.add(
                        new BoardColumn(
                                stage.id().toString(),
                                stage.name(),
                                phaseName(phase),
                                cards(actor, there, known, ofJob)));
            }
            List<Application> beside =
                    open.stream()
                            .filter(one -> one.phase() == ApplicationPhase.of(phase))
                            .filter(one ->
                                    active.stream()
                                            .noneMatch(stage ->
                                                    one.stage().equals(Optional.of(stage.id()))))
                            .toList();
            if (active.isEmpty() || !beside.isEmpty()) {
                columns.add(
                        new BoardColumn(
                                phase.wireName(),
                                active.isEmpty()
                                        ? phaseName(phase)
                                        : words.say("board.at-no-stage", phaseName(phase)),
                                "",
                                cards(actor, beside, known, ofJob)));
            }
        }
        return columns;
    }

    private List<BoardCard> cards(
            Actor actor,
            List<Application> there,
            Map<CandidateId, Candidate> known,
            List<Stage> ofJob) {
        return there.stream()
                .map(one ->
                        new BoardCard(
                                one.id().toString(),
                                Optional.ofNullable(known.get(one.candidate()))
                                        .map(Candidate::fullName)
                                        .orElseGet(() -> words.say("candidate.erased")),
                                moments.of(one.movedAt()),
                                actor.may(Permission.MOVE_APPLICATIONS)
                                        ? moves(one, ofJob)
                                        : List.of()))
                .toList();
    }

    private List<BoardCard.Choice> moves(Application application, List<Stage> ofJob) {
        return Arrays.stream(StagePhase.values())
                .filter(phase ->
                        application.phase() == ApplicationPhase.of(phase)
                                || application.phase().next().contains(ApplicationPhase.of(phase)))
                .flatMap(phase -> places(application, phase, active(ofJob, phase)))
                .toList();
    }

    private Stream<BoardCard.Choice> places(
            Application application, StagePhase phase, List<Stage> active) {
        if (active.isEmpty()) {
            return application.phase() == ApplicationPhase.of(phase)
                    ? Stream.empty()
                    : Stream.of(new BoardCard.Choice(phase.wireName(), phaseName(phase)));
        }
        return active.stream()
                .filter(stage -> !application.stage().equals(Optional.of(stage.id())))
                .map(stage -> new BoardCard.Choice(stage.id().toString(), stage.name()));
    }

    private static List<Stage> active(List<Stage> ofJob, StagePhase phase) {
        return ofJob.stream().filter(stage -> stage.phase() == phase && !stage.retired()).toList();
    }

    private String phaseName(StagePhase phase) {
        return words.say("phase." + phase.wireName());
    }
}
