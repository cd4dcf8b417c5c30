package dev.assay.admin.jobs;

import dev.assay.admin.people.PersonNames;
import dev.assay.admin.shell.Badge;
import dev.assay.admin.shell.Moments;
import dev.assay.admin.shell.Words;
import dev.assay.hiring.jobs.ApprovalStep;
import dev.assay.hiring.jobs.BlindReview;
import dev.assay.hiring.jobs.BlindReviews;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobApproval;
import dev.assay.hiring.jobs.JobApprovals;
import dev.assay.hiring.jobs.JobStages;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.JobWarning;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.ScreeningQuestion;
import dev.assay.hiring.jobs.ScreeningQuestions;
import dev.assay.hiring.jobs.Stage;
import dev.assay.hiring.jobs.StageDraft;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.jobs.StagePhase;
import dev.assay.hiring.jobs.StageTemplates;
import dev.assay.hiring.postings.Outlet;
import dev.assay.hiring.postings.PostingAddresses;
import dev.assay.hiring.postings.PostingFault;
import dev.assay.hiring.postings.PublishedPostings;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final BlindReviews reviews;
    private final PublishedPostings published;
    private final PostingAddresses addresses;
    private final PersonNames names;
    private final Words words;
    private final Moments moments;

    JobSettingsPages(
            Jobs jobs,
            JobStages stages,
            StageTemplates templates,
            ScreeningQuestions questions,
            JobApprovals approvals,
            BlindReviews reviews,
            PublishedPostings published,
            PostingAddresses addresses,
            PersonNames names,
            Words words,
            Moments moments) {
        this.jobs = jobs;
        this.stages = stages;
        this.templates = templates;
        this.questions = questions;
        this.approvals = approvals;
        this.reviews = reviews;
        this.published = published;
        this.addresses = addresses;
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
                outlets(actor, job),
                page(actor, job),
                approval(actor, job),
                blind(actor, job),
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

    private List<OutletLine> outlets(Actor actor, Job job) {
        List<PostingFault> faults = published.lint(actor, job.id());
        return Arrays.stream(Outlet.values())
                .map(outlet ->
                        outlet(
                                outlet,
                                faults.stream().filter(fault -> fault.outlet() == outlet).toList()))
                .toList();
    }

    private OutletLine outlet(Outlet outlet, List<PostingFault> faults) {
        boolean refused = faults.stream().anyMatch(PostingFault::rejected);
        Badge badge =
                refused
                        ? Badge.failed(words.say("outlet.refuses"))
                        : faults.isEmpty()
                                ? Badge.verified(words.say("outlet.takes"))
                                : Badge.unsure(words.say("outlet.takes-poorly"));
        return new OutletLine(
                outlet.title(),
                badge,
                faults.stream()
                        .map(PostingFault::code)
                        .distinct()
                        .map(code -> new OutletLine.Reason(code.meaning(), code.ofEmployer()))
                        .toList());
    }

    private @Nullable String page(Actor actor, Job job) {
        return job.status() == JobStatus.OPEN || job.status() == JobStatus.PAUSED
                ? addresses.page(published.of(actor, List.of(job)).getFirst()).getRawPath()
                : null;
    }

    private JobSettings.WarningLine warning(JobWarning warning) {
        String field = warning.pointer().split("/", -1)[1];
        return new JobSettings.WarningLine(
                field, warning.code().meaning(), warning.found().orElse(null));
    }

    /**
     * Until when applications are reviewed blind, as a form says it.
     *
     * @param until a phase or a stage of the job; empty where they are not
     * @throws InvalidInput when it is neither
     */
    Optional<BlindReview> review(Actor actor, Job job, String until) {
        if (until.isEmpty()) {
            return Optional.empty();
        }
        return Arrays.stream(StagePhase.values())
                .filter(phase -> phase.wireName().equals(until))
                .findFirst()
                .map(phase -> new BlindReview(phase, Optional.empty()))
                .or(() ->
                        stages.of(actor, job.id()).stream()
                                .filter(stage -> stage.id().toString().equals(until))
                                .findFirst()
                                .map(stage ->
                                        new BlindReview(stage.phase(), Optional.of(stage.id()))))
                .or(() -> {
                    throw new InvalidInput("/until", "is no phase or stage of this job");
                });
    }

    private JobSettings.Blind blind(Actor actor, Job job) {
        List<Stage> active =
                stages.of(actor, job.id()).stream().filter(stage -> !stage.retired()).toList();
        List<JobSettings.Template> places = new ArrayList<>();
        for (StagePhase phase : StagePhase.values()) {
            if (phase != StagePhase.NEW) {
                places.add(
                        new JobSettings.Template(
                                phase.wireName(), words.say("phase." + phase.wireName())));
                active.stream()
                        .filter(stage -> stage.phase() == phase)
                        .forEach(stage ->
                                places.add(
                                        new JobSettings.Template(
                                                stage.id().toString(),
                                                words.say(
                                                        "job.blind.stage",
                                                        words.say("phase." + phase.wireName()),
                                                        stage.name()))));
            }
        }
        return new JobSettings.Blind(
                reviews.of(actor, job.id())
                        .map(review ->
                                review.stage()
                                        .map(StageId::toString)
                                        .orElse(review.until().wireName()))
                        .orElse(""),
                places,
                job.requirementsFrozen());
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
