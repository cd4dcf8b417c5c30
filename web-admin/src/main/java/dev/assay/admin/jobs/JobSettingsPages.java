package dev.assay.admin.jobs;

import dev.assay.admin.people.PersonNames;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.jobs.ApprovalStep;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobApproval;
import dev.assay.hiring.jobs.JobApprovals;
import dev.assay.hiring.jobs.JobStages;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.JobWarning;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.ScreeningQuestion;
import dev.assay.hiring.jobs.ScreeningQuestions;
import dev.assay.hiring.jobs.StageDraft;
import dev.assay.hiring.jobs.StageTemplates;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together how a job is kept. */
@Component
class JobSettingsPages {

    private final Jobs jobs;
    private final JobStages stages;
    private final StageTemplates templates;
    private final ScreeningQuestions questions;
    private final JobApprovals approvals;
    private final PersonNames names;
    private final Words words;
    private final Moments moments;

    JobSettingsPages(
            Jobs jobs,
            JobStages stages,
            StageTemplates templates,
            ScreeningQuestions questions,
            JobApprovals approvals,
            PersonNames names,
            Words words,
            Moments moments) {
        this.jobs = jobs;
        this.stages = stages;
        this.templates = templates;
        this.questions = questions;
        this.approvals = approvals;
        this.names = names;
        this.words = words;
        this.moments = moments;
    }

    JobSettings settings(Actor actor, Job job) {
        boolean mayEdit = actor.may(Permission.EDIT_JOBS);
        return new JobSettings(
                mayEdit,
                job.version().value(),
                mayEdit
                        ? job.status().next().stream().sorted().map(JobStatus::wireName).toList()
                        : List.of(),
                warnings(actor, job),
                approval(actor, job),
                templates
                        .list(actor, Optional.empty(), new PageSize(PageSize.MAXIMUM))
                        .items()
                        .stream()
                        .filter(one -> !one.content().retired())
                        .map(one ->
                                new JobSettings.Template(one.id().toString(), one.content().name()))
                        .toList(),
                questions.asked(actor, job.id()).stream().map(this::question).toList());
    }

    /** The stages somebody can still be moved to. */
    List<StageDraft> stages(Actor actor, Job job) {
        return stages.of(actor, job.id()).stream()
                .filter(stage -> !stage.retired())
                .map(stage -> StageDraft.of(stage.name(), stage.phase()))
                .toList();
    }

    List<JobSettings.WarningLine> warnings(Actor actor, Job job) {
        return jobs.warnings(actor, job.id()).stream().map(this::warning).toList();
    }

    private JobSettings.WarningLine warning(JobWarning warning) {
        String field = warning.pointer().split("/", -1)[1];
        return new JobSettings.WarningLine(
                field, warning.code().meaning(), warning.found().orElse(null));
    }

    private JobSettings.QuestionLine question(ScreeningQuestion question) {
        return new JobSettings.QuestionLine(
                question.id().toString(),
                question.content().wording(),
                words.say("question.kind." + question.content().kind().wireName()),
                question.content().options(),
                question.content().required());
    }

    private JobSettings.@Nullable Approval approval(Actor actor, Job job) {
        if (!actor.may(Permission.READ_JOBS)) {
            return null;
        }
        List<JobApproval> steps = approvals.of(actor, job.id());
        if (steps.isEmpty() && !approvals.rule(actor).approval()) {
            return null;
        }
        UnaryOperator<String> signatures =
                names.signatures(actor, steps.stream().map(JobApproval::takenBy).toList());
        boolean draft = job.status() == JobStatus.DRAFT;
        Optional<JobApproval> last =
                steps.isEmpty()
                        ? Optional.empty()
                        : Optional.of(steps.getLast())
                                .filter(step -> step.jobVersion().equals(job.version()));
        boolean asked = last.filter(step -> step.step() == ApprovalStep.REQUESTED).isPresent();
        boolean approved = last.filter(step -> step.step() == ApprovalStep.APPROVED).isPresent();
        return new JobSettings.Approval(
                steps.stream()
                        .map(step ->
                                new JobSettings.Step(
                                        words.say("approval.step." + step.step().wireName()),
                                        signatures.apply(step.takenBy()),
                                        moments.of(step.takenAt()),
                                        step.reason().orElse(null),
                                        !step.jobVersion().equals(job.version())))
                        .toList(),
                draft && !asked && !approved && actor.may(Permission.EDIT_JOBS),
                draft
                        && asked
                        && actor.may(Permission.APPROVE_JOBS)
                        && last.filter(step -> step.takenBy().equals(actor.reference())).isEmpty());
    }
}
