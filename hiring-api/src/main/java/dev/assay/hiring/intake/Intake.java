package dev.assay.hiring.intake;

import dev.assay.credential.model.Recipient;
import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.NewApplication;
import dev.assay.hiring.candidates.Admitted;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.candidates.NewCandidate;
import dev.assay.hiring.credentials.Brought;
import dev.assay.hiring.credentials.CredentialId;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.credentials.SubmittedCredential;
import dev.assay.hiring.dossier.Attachments;
import dev.assay.hiring.dossier.Consents;
import dev.assay.hiring.dossier.Owner;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.JobStages;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.jobs.ScreeningQuestion;
import dev.assay.hiring.jobs.Stage;
import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.Operations;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.scoring.FirstScores;
import dev.assay.hiring.scoring.Score;
import dev.assay.hiring.scoring.ScoreCause;
import dev.assay.hiring.scoring.Scores;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes applications in: verifies, files and scores them, and shows them whole. */
@Component
public class Intake {

    private final Jobs jobs;
    private final JobStages stages;
    private final Candidates candidates;
    private final Applications applications;
    private final Credentials credentials;
    private final Scores scores;
    private final FirstScores firstScores;
    private final Attachments attachments;
    private final Consents consents;
    private final Operations operations;
    private final TenantTransaction transactions;
    private final ApplicationEventPublisher events;
    private final ScreeningAnswers answers;
    private final NamesTold names;

    Intake(
            Jobs jobs,
            JobStages stages,
            Candidates candidates,
            Applications applications,
            Credentials credentials,
            Scores scores,
            FirstScores firstScores,
            Attachments attachments,
            Consents consents,
            Operations operations,
            TenantTransaction transactions,
            ApplicationEventPublisher events,
            ScreeningAnswers answers,
            NamesTold names) {
        this.jobs = jobs;
        this.stages = stages;
        this.candidates = candidates;
        this.applications = applications;
        this.credentials = credentials;
        this.scores = scores;
        this.firstScores = firstScores;
        this.attachments = attachments;
        this.consents = consents;
        this.operations = operations;
        this.transactions = transactions;
        this.events = events;
        this.answers = answers;
        this.names = names;
    }

    /**
     * Verifies what an application brings, and stores nothing. Not to be called inside a
     * transaction: it takes its time.
     *
     * @throws NotFound when this employer has no such job
     * @throws InvalidInput when it does not answer what the job asks
     */
    public VerifiedSubmission verify(Actor actor, JobId job, Submission submission) {
        return verify(actor, asked(actor, job), submission);
    }

    /**
     * What a job asks of whoever applies, to {@linkplain #verify(Actor, Asked, Submission) verify}
     * several applications to it.
     *
     * @throws NotFound when this employer has no such job
     */
    Asked asked(Actor actor, JobId job) {
        return new Asked(job, answers.asked(actor, job));
    }

    /** Like {@link #verify(Actor, JobId, Submission)}, by what is known of the job already. */
    VerifiedSubmission verify(Actor actor, Asked asked, Submission submission) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        answers.requireFitting(asked.questions(), submission.received());
        Recipient recipient = recipient(submission.candidate());
        return new VerifiedSubmission(
                asked.job(),
                submission,
                credentials.verifyWithContents(actor, submission.credentials(), recipient));
    }

    /** What a job asks of whoever applies. */
    record Asked(JobId job, List<ScreeningQuestion> questions) {

        Asked {
            questions = List.copyOf(questions);
        }
    }

    /**
     * Takes an application: candidate, application, credentials and score are stored together or
     * not at all. A credential that does not check out is kept and explained, never an error; one
     * that could not be fetched or checked in time is kept as open, and tried again in the
     * background.
     *
     * @throws NotFound when this employer has no such job
     * @throws Conflict when the job takes no applications, or has one of this candidate already
     */
    public ApplicationView submit(Actor actor, VerifiedSubmission verified) {
        return transactions.in(
                actor,
                () -> {
                    Filing.Filed filed = file(actor, verified);
                    Application application = filed.application();
                    events.publishEvent(new ApplicationSubmitted(actor, application.id()));
                    return new ApplicationView(
                            application,
                            stage(actor, application),
                            // As the actor may see them: the person may be reviewed blind.
                            candidates.find(actor, application.candidate()),
                            credentials.withIssuerTrust(actor, filed.counting()),
                            scores.current(actor, application.id()));
                });
    }

    /** Like {@link #submit(Actor, VerifiedSubmission)}, for who need not see what came of it. */
    ApplicationId take(Actor actor, VerifiedSubmission verified) {
        return file(actor, verified).application().id();
    }

    private Filing.Filed file(Actor actor, VerifiedSubmission verified) {
        return switch (take(actor, verified.job(), List.of(verified)).getFirst()) {
            case Filing.Filed filed -> filed;
            case Filing.Refused(Conflict why) -> throw why;
        };
    }

    /**
     * Takes applications to one job together, in their order: each that can be filed is, whole,
     * with all it brings.
     *
     * @throws NotFound when this employer has no such job
     * @throws Conflict when the job takes no applications
     */
    List<Filing> take(Actor actor, JobId job, List<VerifiedSubmission> all) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    List<Admitted> people =
                            candidates.admit(
                                    actor,
                                    all.stream().map(one -> one.submission().candidate()).toList());
                    List<NewApplication> wanted = new ArrayList<>();
                    for (int i = 0; i < all.size(); i++) {
                        Submission submission = all.get(i).submission();
                        wanted.add(
                                new NewApplication(
                                        people.get(i), submission.source(), submission.received()));
                    }
                    List<Optional<Application>> filed = applications.file(actor, job, wanted);
                    List<Arrival> arrived = new ArrayList<>();
                    for (int i = 0; i < all.size(); i++) {
                        VerifiedSubmission verified = all.get(i);
                        Admitted person = people.get(i);
                        filed.get(i)
                                .ifPresent(application ->
                                        arrived.add(
                                                new Arrival(
                                                        application,
                                                        person.candidate(),
                                                        verified,
                                                        person.isNew())));
                    }
                    Map<ApplicationId, Filing> filings = keep(actor, job, arrived);
                    return filed.stream()
                            .map(one -> one.map(Application::id))
                            .map(id ->
                                    id.map(filings::get)
                                            .orElseGet(() ->
                                                    new Filing.Refused(Applications.openAlready())))
                            .toList();
                });
    }

    /**
     * What whoever applies to this job has to know.
     *
     * @throws NotFound when this employer has no such job
     */
    public ApplyForm form(Actor actor, JobId job) {
        return new ApplyForm(answers.asked(actor, job));
    }

    /**
     * Refuses what an application says before it is accepted to be verified afterwards.
     *
     * @throws NotFound when this employer has no such job
     * @throws InvalidInput when it does not answer what the job asks
     */
    public void requireFitting(Actor actor, JobId job, Submission submission) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        answers.requireFitting(asked(actor, job).questions(), submission.received());
    }

    /**
     * For each whether {@link #requireFitting} would let it pass.
     *
     * @throws NotFound when this employer has no such job
     */
    public List<Boolean> areFitting(Actor actor, JobId job, List<Submission> submissions) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        List<ScreeningQuestion> questions = asked(actor, job).questions();
        return submissions.stream()
                .map(one -> answers.isFitting(questions, one.received()))
                .toList();
    }

    /** Filing holds the person, so nobody joins them from here on. */
    private Set<CandidateId> person(Actor actor, Candidate candidate) {
        return candidates.samePersonIds(
                new Actor.Service(actor.employer(), "intake"), candidate.id());
    }

    private Optional<Stage> stage(Actor actor, Application application) {
        return application.stage().map(id -> stages.withIds(actor, List.of(id)).get(id));
    }

    /** What these bring is kept and scored; by application. */
    private Map<ApplicationId, Filing> keep(Actor actor, JobId job, List<Arrival> arrived) {
        Map<ApplicationId, List<StoredCredential>> stored =
                credentials.file(
                        actor,
                        arrived.stream()
                                .map(one ->
                                        new Brought(
                                                one.application().id(),
                                                one.candidate().id(),
                                                one.verified().credentials()))
                                .toList());
        Map<ApplicationId, Filing> filings = new HashMap<>();
        List<FirstScores.Filed> unknown = new ArrayList<>();
        for (Arrival one : arrived) {
            Application application = one.application();
            List<StoredCredential> brought = stored.getOrDefault(application.id(), List.of());
            keep(actor, application, one.verified().submission());
            if (one.isOfSomebodyNew()) {
                unknown.add(new FirstScores.Filed(application, brought));
            } else {
                filings.put(application.id(), scored(actor, one, brought));
            }
        }
        names.joined(
                actor,
                job,
                arrived.stream()
                        .filter(one -> !one.isOfSomebodyNew())
                        .map(one -> one.candidate().id())
                        .toList());
        Map<ApplicationId, Score> first = firstScores.compute(actor, job, unknown);
        for (Arrival one : arrived) {
            ApplicationId id = one.application().id();
            Score score = first.get(id);
            if (score != null) {
                filings.put(
                        id,
                        new Filing.Filed(
                                one.application(),
                                one.candidate(),
                                stored.getOrDefault(id, List.of()),
                                score));
            }
        }
        return filings;
    }

    /** More than what they brought now may count for whom we knew. */
    private Filing scored(Actor actor, Arrival one, List<StoredCredential> brought) {
        Application application = one.application();
        Set<CandidateId> person = person(actor, one.candidate());
        List<StoredCredential> counting =
                person.size() > 1
                        ? credentials.countingFor(actor, application.id(), person)
                        : brought;
        return new Filing.Filed(
                application,
                one.candidate(),
                counting,
                scores.computeFirst(actor, application, person, counting));
    }

    /** An application that was filed just now, before what it brings is. */
    private record Arrival(
            Application application,
            Candidate candidate,
            VerifiedSubmission verified,
            boolean isOfSomebodyNew) {}

    private void keep(Actor actor, Application application, Submission submission) {
        var about = new Owner(application.candidate(), Optional.of(application.id()));
        submission.attachments().forEach(file -> attachments.add(actor, about, file));
        submission.consents().forEach(consent -> consents.record(actor, about, consent));
    }

    /**
     * Like {@link #submit}, where the candidate may have an open application to the job already, by
     * whichever way: what comes with this one is added to that one then.
     *
     * @throws Conflict when the job takes no applications, or the application there has too many
     *     credentials
     */
    public Taken submitOrAdd(Actor actor, VerifiedSubmission verified) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    jobs.requireOpen(actor, verified.job());
                    Candidate candidate =
                            candidates
                                    .admit(actor, List.of(verified.submission().candidate()))
                                    .getFirst()
                                    .candidate();
                    Optional<Application> there = openTo(actor, verified.job(), candidate.id());
                    if (there.isPresent()) {
                        Application application = there.get();
                        verified.credentials()
                                .forEach(credential ->
                                        credentials.add(
                                                actor,
                                                application.id(),
                                                application.candidate(),
                                                credential));
                        keep(actor, application, verified.submission());
                        scores.compute(actor, application.id(), ScoreCause.CREDENTIAL_ADDED);
                        return new Taken(application.id(), candidate.id().person(), false);
                    }
                    ApplicationId taken = take(actor, verified);
                    events.publishEvent(new ApplicationSubmitted(actor, taken));
                    return new Taken(taken, candidate.id().person(), true);
                });
    }

    private Optional<Application> openTo(Actor actor, JobId job, CandidateId candidate) {
        return applications.ofEach(actor, candidates.samePersonIds(actor, candidate)).stream()
                .filter(one -> one.job().equals(job) && one.phase().isOpen())
                .findFirst();
    }

    /**
     * Accepts an application to be verified and taken afterwards, in the background: once this
     * commits, that will be done. To refuse it then is still possible, where two of a candidate
     * meet, say.
     *
     * @throws NotFound when this employer has no such job
     * @throws Conflict when the job takes no applications
     */
    public Operation accept(Actor actor, JobId job, Submission submission) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    jobs.requireOpen(actor, job);
                    answers.requireFitting(answers.asked(actor, job), submission.received());
                    return operations.accept(actor, SubmissionOperation.of(job, submission));
                });
    }

    /**
     * Verifies one more credential for an application, and stores nothing. Not to be called inside
     * a transaction: it takes its time.
     *
     * @throws NotFound when this employer has no such application
     * @throws Conflict when the application was withdrawn
     */
    public VerifiedAddition verifyAddition(
            Actor actor, ApplicationId id, SubmittedCredential credential) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        Recipient recipient =
                transactions.in(
                        actor,
                        () ->
                                recipient(
                                        candidates.inClear(
                                                actor, standing(actor, id).candidate())));
        return new VerifiedAddition(
                id, credentials.verify(actor, List.of(credential), recipient).getFirst());
    }

    /**
     * Takes one more credential, and scores the application anew; what was decided keeps its score,
     * and is flagged where another would come out.
     *
     * @throws NotFound when this employer has no such application
     * @throws Conflict when the application was withdrawn, or has too many
     */
    public ApplicationView add(Actor actor, VerifiedAddition addition) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    Application application = standing(actor, addition.application());
                    credentials.add(
                            actor,
                            application.id(),
                            application.candidate(),
                            addition.credential());
                    return scored(actor, application, ScoreCause.CREDENTIAL_ADDED);
                });
    }

    /**
     * Takes those of these documents that the application does not have yet, by their bytes, as
     * {@link #add} takes each; what it had once and was withdrawn stays so. Not to be called inside
     * a transaction.
     *
     * @throws NotFound when this employer has no such application
     * @throws Conflict when there are some and the application was withdrawn, or has too many
     */
    public ApplicationView addMissing(
            Actor actor, ApplicationId id, List<SubmittedCredential> offered) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        List<VerifiedAddition> additions = new ArrayList<>();
        List<SubmittedCredential> missing =
                transactions.in(actor, () -> missing(actor, id, offered));
        missing.forEach(one -> additions.add(verifyAddition(actor, id, one)));
        return transactions.in(
                actor,
                () -> {
                    // The same call at the same moment waits here, and finds them there.
                    candidates.holdPersons(actor, List.of(applications.get(actor, id).candidate()));
                    List<SubmittedCredential> still = missing(actor, id, offered);
                    for (int i = 0; i < missing.size(); i++) {
                        if (still.contains(missing.get(i))) {
                            add(actor, additions.get(i));
                        }
                    }
                    return view(actor, id);
                });
    }

    private List<SubmittedCredential> missing(
            Actor actor, ApplicationId id, List<SubmittedCredential> offered) {
        Set<SubmittedCredential> there =
                credentials.handedIn(
                        actor, credentials.inClear(actor, List.of(id)).getOrDefault(id, List.of()));
        return offered.stream().filter(one -> !there.contains(one)).distinct().toList();
    }

    /**
     * Withdraws a credential, and scores the application anew, as {@link #add} does.
     *
     * @throws NotFound when this employer has no such application, or it no such credential
     * @throws Conflict when the application was withdrawn
     */
    public ApplicationView withdraw(Actor actor, ApplicationId id, CredentialId credential) {
        actor.require(Permission.SUBMIT_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    Application application = standing(actor, id);
                    credentials.withdraw(actor, id, application.candidate(), credential);
                    return scored(actor, application, ScoreCause.CREDENTIAL_WITHDRAWN);
                });
    }

    private ApplicationView scored(Actor actor, Application application, ScoreCause cause) {
        if (application.phase().isOpen()) {
            scores.compute(actor, application.id(), cause);
        }
        return view(actor, application.id());
    }

    private Application standing(Actor actor, ApplicationId id) {
        Application application = applications.get(actor, id);
        if (application.phase() == ApplicationPhase.WITHDRAWN) {
            throw new Conflict("application-withdrawn", "This application was withdrawn.");
        }
        return application;
    }

    /** Verifies and takes an application. */
    public ApplicationView submit(Actor actor, JobId job, Submission submission) {
        return submit(actor, verify(actor, job, submission));
    }

    /**
     * The application as a whole; its issuers' standing is as of now.
     *
     * @throws NotFound when this employer has no such application
     */
    public ApplicationView view(Actor actor, ApplicationId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    Application application = applications.get(actor, id);
                    return new ApplicationView(
                            application,
                            stage(actor, application),
                            candidates.find(actor, application.candidate()),
                            credentials.withIssuerTrust(actor, id, application.candidate()),
                            scores.current(actor, id));
                });
    }

    /**
     * The candidate with everything they applied to, by whichever of their names.
     *
     * @throws NotFound when this employer has no such candidate, or erased them
     */
    public CandidateView candidate(Actor actor, CandidateId id) {
        actor.require(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    Candidate candidate = candidates.get(actor, id);
                    List<Candidate> person = candidates.samePerson(actor, id);
                    return new CandidateView(
                            candidate,
                            person.stream().filter(same -> !same.id().equals(id)).toList(),
                            candidates.sharingAddress(actor, candidate),
                            applications.ofEach(
                                    actor, person.stream().map(Candidate::id).toList()));
                });
    }

    private static Recipient recipient(Candidate candidate) {
        Set<String> address = Set.of(candidate.email().address());
        return candidate.emailStatus().isConfirmed()
                ? new Recipient(address, Set.of(), Set.of())
                : new Recipient(Set.of(), address, Set.of());
    }

    private static Recipient recipient(NewCandidate candidate) {
        Set<String> address = Set.of(candidate.email().address());
        return candidate.emailVerified()
                ? new Recipient(address, Set.of(), Set.of())
                : new Recipient(Set.of(), address, Set.of());
    }
}
