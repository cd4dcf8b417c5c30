package dev.assay.hiring.sample;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.candidates.Email;
import dev.assay.hiring.candidates.NewCandidate;
import dev.assay.hiring.credentials.SubmittedCredential;
import dev.assay.hiring.credentials.SubmittedDocument;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.issuers.IssuerContent;
import dev.assay.hiring.issuers.Issuers;
import dev.assay.hiring.jobs.EmploymentType;
import dev.assay.hiring.jobs.Importance;
import dev.assay.hiring.jobs.Job;
import dev.assay.hiring.jobs.JobContent;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStatus;
import dev.assay.hiring.jobs.JobSummary;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.Location;
import dev.assay.hiring.jobs.PayRange;
import dev.assay.hiring.jobs.Requirement;
import dev.assay.hiring.jobs.SkillLevel;
import dev.assay.hiring.jobs.WorkplaceType;
import dev.assay.hiring.sample.SampleEmployer.Registered;
import dev.assay.hiring.scoring.RankedApplication;
import dev.assay.hiring.scoring.RankingLane;
import dev.assay.hiring.scoring.Scores;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.skills.SkillReference;
import dev.assay.hiring.skills.Skills;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Posts an employer's sample jobs and hands in the applications, as its people would. What is there
 * already, from a start that was killed, stays as it is.
 */
@Component
@Profile("sample")
class SamplePostings {
    private static final PageSize ALL = new PageSize(PageSize.MAXIMUM);
    private static final Currency DOLLARS = Currency.getInstance("USD");

    private final Issuers issuers;
    private final Skills skills;
    private final Jobs jobs;
    private final Intake intake;
    private final Applications applications;
    private final Candidates candidates;
    private final Scores scores;
    private final Clock clock;

    SamplePostings(
            Issuers issuers,
            Skills skills,
            Jobs jobs,
            Intake intake,
            Applications applications,
            Candidates candidates,
            Scores scores,
            Clock clock) {
        this.issuers = issuers;
        this.skills = skills;
        this.jobs = jobs;
        this.intake = intake;
        this.applications = applications;
        this.candidates = candidates;
        this.scores = scores;
        this.clock = clock;
    }

    void complete(SampleEmployer sample, EmployerId employer) {
        Actor administrator = administrator(sample, employer);
        Actor recruiter =
                new Actor.Person(
                        employer,
                        SampleSeeding.subject(sample.recruiter()),
                        Set.of(EmployerRole.RECRUITER));
        sample.registry().forEach(entry -> register(administrator, entry));
        sample.jobs().forEach(job -> post(recruiter, job));
    }

    /** Who keeps the registry; an employer without an HR administrator has it from Assay itself. */
    private static Actor administrator(SampleEmployer sample, EmployerId employer) {
        return sample.people().entrySet().stream()
                .filter(entry -> entry.getValue() == EmployerRole.HR_ADMIN)
                .findFirst()
                .<Actor>map(entry ->
                        new Actor.Person(
                                employer,
                                SampleSeeding.subject(entry.getKey()),
                                Set.of(EmployerRole.HR_ADMIN)))
                .orElseGet(() -> new Actor.Service(employer, "sample"));
    }

    private void register(Actor actor, Registered entry) {
        SampleIssuer issuer = entry.issuer();
        if (!issuers.withIdentifiers(actor, List.of(issuer.id())).isEmpty()) {
            return;
        }
        issuers.register(
                actor,
                new IssuerContent(
                        List.of(issuer.id()),
                        issuer.displayName(),
                        entry.tier(),
                        entry.group().isEmpty() ? null : entry.group(),
                        List.of(IssuerContent.ALL),
                        null,
                        null,
                        entry.note().isEmpty() ? null : entry.note()));
    }

    private void post(Actor actor, SampleJob sample) {
        Job job =
                jobs.list(actor, Optional.empty(), Optional.empty(), ALL).items().stream()
                        .filter(known -> known.title().equals(sample.title()))
                        .findFirst()
                        .map(JobSummary::id)
                        .map(known -> jobs.get(actor, known))
                        .orElseGet(() -> jobs.create(actor, content(actor, sample)));
        if (sample.status() == JobStatus.DRAFT) {
            return;
        }
        if (job.status() == JobStatus.DRAFT) {
            jobs.change(actor, job.id(), job.version(), job.content(), JobStatus.OPEN);
        }
        Set<String> applied = applied(actor, job.id());
        var workshop = new BadgeWorkshop(clock.instant());
        sample.applicants().stream()
                .filter(applicant -> !applied.contains(applicant.email()))
                .forEach(applicant ->
                        intake.submit(actor, job.id(), submission(applicant, workshop)));
    }

    /** The addresses of those who have applied. */
    private Set<String> applied(Actor actor, JobId job) {
        List<Application> there =
                Arrays.stream(RankingLane.values())
                        .flatMap(lane ->
                                scores
                                        .ranking(actor, job, lane, Optional.empty(), ALL)
                                        .items()
                                        .stream())
                        .map(RankedApplication::application)
                        .collect(
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        ids ->
                                                List.copyOf(
                                                        applications
                                                                .withIds(actor, ids)
                                                                .values())));
        return candidates
                .withIds(actor, there.stream().map(Application::candidate).toList())
                .values()
                .stream()
                .map(Candidate::email)
                .map(Email::address)
                .collect(Collectors.toSet());
    }

    private JobContent content(Actor actor, SampleJob sample) {
        return new JobContent(
                sample.title(),
                sample.description(),
                sample.department(),
                "en",
                List.of(new Location(sample.city(), null, "US", null)),
                WorkplaceType.HYBRID,
                EmploymentType.FULL_TIME,
                1,
                null,
                true,
                new PayRange(
                        BigDecimal.valueOf(sample.pay().min()),
                        BigDecimal.valueOf(sample.pay().max()),
                        DOLLARS,
                        PayRange.PayUnit.YEAR),
                null,
                sample.requirements().stream().map(asked -> requirement(actor, asked)).toList());
    }

    private Requirement requirement(Actor actor, SampleJob.Asked asked) {
        return new Requirement(
                skills.resolve(actor, new SkillReference.ByUri(asked.skill().uri()))
                        .orElseThrow()
                        .id(),
                new Importance(asked.importance()),
                asked.mustHave(),
                asked.level() == 0 ? null : new SkillLevel(asked.level()),
                asked.why());
    }

    private static Submission submission(SampleApplicant applicant, BadgeWorkshop workshop) {
        List<JsonNode> documents =
                applicant.badges().stream()
                        .flatMap(badge -> workshop.documents(badge, applicant).stream())
                        .toList();
        return new Submission(
                new NewCandidate(
                        applicant.givenName(),
                        applicant.familyName(),
                        new Email(applicant.email()),
                        applicant.emailVerified(),
                        null),
                documents.stream().map(SamplePostings::submitted).toList(),
                new ApplicationSource("direct", null),
                body(applicant, documents).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static SubmittedCredential submitted(JsonNode document) {
        return document.isString()
                ? new SubmittedDocument(
                        document.asString().getBytes(StandardCharsets.UTF_8), "application/vc+jwt")
                : new SubmittedDocument(
                        document.toString().getBytes(StandardCharsets.UTF_8),
                        "application/vc+ld+json");
    }

    /** What the API would have received. */
    private static ObjectNode body(SampleApplicant applicant, List<JsonNode> documents) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("candidate")
                .put("givenName", applicant.givenName())
                .put("familyName", applicant.familyName())
                .put("email", applicant.email())
                .put("emailVerified", applicant.emailVerified());
        var credentials = body.putArray("credentials");
        documents.forEach(document -> credentials.addObject().set("document", document));
        body.putObject("source").put("channel", "direct");
        return body;
    }
}
