package dev.assay.hiring.sample;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.Move;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.candidates.Email;
import dev.assay.hiring.candidates.EmailStatus;
import dev.assay.hiring.candidates.Merging;
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
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.skills.SkillReference;
import dev.assay.hiring.skills.Skills;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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
    private static final Duration BETWEEN_ARRIVALS = Duration.ofHours(26);
    private static final Duration BETWEEN_MOVES = Duration.ofHours(15);
    private static final Currency DOLLARS = Currency.getInstance("USD");

    private final Issuers issuers;
    private final Skills skills;
    private final Jobs jobs;
    private final Intake intake;
    private final Applications applications;
    private final Candidates candidates;
    private final Scores scores;
    private final Merging merging;
    private final SampleStatusLists statusLists;
    private final SampleRoles sampleRoles;
    private final Clock clock;

    SamplePostings(
            Issuers issuers,
            Skills skills,
            Jobs jobs,
            Intake intake,
            Applications applications,
            Candidates candidates,
            Scores scores,
            Merging merging,
            SampleStatusLists statusLists,
            SampleRoles sampleRoles,
            Clock clock) {
        this.issuers = issuers;
        this.skills = skills;
        this.jobs = jobs;
        this.intake = intake;
        this.applications = applications;
        this.candidates = candidates;
        this.scores = scores;
        this.merging = merging;
        this.statusLists = statusLists;
        this.sampleRoles = sampleRoles;
        this.clock = clock;
    }

    void complete(SampleEmployer sample, EmployerId employer) {
        Actor administrator = administrator(sample, employer);
        Actor recruiter =
                new Actor.Person(
                        employer,
                        SampleSeeding.subject(sample.recruiter()),
                        Set.of(EmployerRole.RECRUITER));
        statusLists.publish();
        sample.registry().forEach(entry -> register(administrator, entry));
        Map<String, UUID> roles =
                sample.hasRoles() ? sampleRoles.complete(administrator) : Map.of();
        sample.jobs().forEach(job -> post(recruiter, job, roles));
        sample.samePeople().forEach(handle -> merge(recruiter, handle));
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

    /** Step after step in the order of life, so that whatever is missing after a kill is done. */
    private void post(Actor actor, SampleJob sample, Map<String, UUID> roles) {
        Instant posted = clock.instant().minus(Duration.ofDays(sample.daysAgo()));
        Job job = SampleClock.at(posted, () -> posting(actor, sample, roles));
        if (sample.status() == JobStatus.DRAFT) {
            return;
        }
        if (job.status() == JobStatus.DRAFT) {
            job =
                    SampleClock.at(
                            posted,
                            () -> put(actor, posting(actor, sample, roles), JobStatus.OPEN));
        }
        Map<String, Application> applied = applied(actor, job.id());
        var workshop = new BadgeWorkshop(clock.instant());
        for (int i = 0; i < sample.applicants().size(); i++) {
            SampleApplicant applicant = sample.applicants().get(i);
            Instant arrival =
                    posted.plus(Duration.ofDays(1)).plus(BETWEEN_ARRIVALS.multipliedBy(i));
            Application application = applied.get(applicant.email());
            if (application == null) {
                application = apply(actor, job.id(), applicant, workshop, arrival);
            }
            move(actor, application, applicant.moves(), arrival);
        }
        if (job.status() != sample.status()) {
            put(actor, jobs.get(actor, job.id()), sample.status());
        }
    }

    private Job posting(Actor actor, SampleJob sample, Map<String, UUID> roles) {
        return jobs.list(actor, Optional.empty(), Optional.empty(), ALL).items().stream()
                .filter(known -> known.title().equals(sample.title()))
                .findFirst()
                .map(JobSummary::id)
                .map(known -> jobs.get(actor, known))
                .orElseGet(() -> jobs.create(actor, content(actor, sample, roles)));
    }

    private Job put(Actor actor, Job job, JobStatus status) {
        return jobs.change(actor, job.id(), job.version(), job.content(), status);
    }

    private Application apply(
            Actor actor,
            JobId job,
            SampleApplicant applicant,
            BadgeWorkshop workshop,
            Instant arrival) {
        Submission submission = submission(applicant, workshop);
        return SampleClock.at(arrival, () -> intake.submit(actor, job, submission)).application();
    }

    /** A day a move; those an earlier start has made are not made again. */
    private void move(Actor actor, Application application, List<Move> moves, Instant arrival) {
        int made =
                applications
                        .transitions(actor, application.id(), Optional.empty(), ALL)
                        .items()
                        .size();
        for (int i = made; i < moves.size(); i++) {
            Move move = moves.get(i);
            SampleClock.at(
                    arrival.plus(BETWEEN_MOVES.multipliedBy(i + 1L)),
                    () -> applications.move(actor, application.id(), Optional.empty(), move));
        }
    }

    /** Joins what turned out to be one person: whoever's address is confirmed stays. */
    private void merge(Actor actor, String handle) {
        List<Candidate> found =
                candidates.list(actor, Optional.empty(), ALL).items().stream()
                        .filter(candidate -> candidate.email().address().startsWith(handle + "@"))
                        .toList();
        Candidate confirmed =
                found.stream()
                        .filter(candidate -> candidate.emailStatus() != EmailStatus.UNCONFIRMED)
                        .findFirst()
                        .orElseThrow();
        found.stream()
                .filter(candidate -> !candidate.root().equals(confirmed.root()))
                .forEach(other ->
                        merging.merge(
                                actor,
                                confirmed.id(),
                                candidates.get(actor, confirmed.id()).version(),
                                other.id()));
    }

    /** The applications to a job, by their candidate's address. */
    private Map<String, Application> applied(Actor actor, JobId job) {
        List<ApplicationId> ids =
                Arrays.stream(RankingLane.values())
                        .flatMap(lane ->
                                scores
                                        .ranking(actor, job, lane, Optional.empty(), ALL)
                                        .items()
                                        .stream())
                        .map(RankedApplication::application)
                        .toList();
        Map<ApplicationId, Application> there = applications.withIds(actor, ids);
        Map<CandidateId, Candidate> people =
                candidates.withIds(
                        actor, there.values().stream().map(Application::candidate).toList());
        return there.values().stream()
                .collect(
                        Collectors.toMap(
                                application ->
                                        Objects.requireNonNull(people.get(application.candidate()))
                                                .email()
                                                .address(),
                                Function.identity()));
    }

    private JobContent content(Actor actor, SampleJob sample, Map<String, UUID> roles) {
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
                roles.get(sample.title()),
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
