package dev.assay.hiring.partners;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.applications.Attribution;
import dev.assay.hiring.applications.Attributions;
import dev.assay.hiring.demographics.SelfIdentification;
import dev.assay.hiring.demographics.SelfIdentifications;
import dev.assay.hiring.intake.ApplyForm;
import dev.assay.hiring.intake.Intake;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.intake.Taken;
import dev.assay.hiring.intake.VerifiedSubmission;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.platform.problem.Refusal;
import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Applications that partners hand in. Each is taken as any other, and it is written down for good
 * which partner it came by. The partner learns where it stands, and nothing else of it.
 */
@Component
@EnableConfigurationProperties(PartnerProperties.class)
public class PartnerApplications {

    /** How an application came in that a partner handed in, whatever the partner says of that. */
    public static final String CHANNEL = "partner";

    /** The code of the refusal of who was handed in before. */
    public static final String DUPLICATE = "duplicate-application";

    private final Postings postings;
    private final Intake intake;
    private final Applications applications;
    private final Attributions attributions;
    private final SelfIdentifications identifications;
    private final SubmissionRepository repository;
    private final EmployerVault vault;
    private final PersonalVault persons;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final PartnerProperties properties;
    private final Clock clock;

    PartnerApplications(
            Postings postings,
            Intake intake,
            Applications applications,
            Attributions attributions,
            SelfIdentifications identifications,
            SubmissionRepository repository,
            EmployerVault vault,
            PersonalVault persons,
            TenantTransaction transactions,
            AuditTrail audit,
            PartnerProperties properties,
            Clock clock) {
        this.postings = postings;
        this.intake = intake;
        this.applications = applications;
        this.attributions = attributions;
        this.identifications = identifications;
        this.repository = repository;
        this.vault = vault;
        this.persons = persons;
        this.transactions = transactions;
        this.audit = audit;
        this.properties = properties;
        this.clock = clock;
    }

    /** For how long a second application of the same address to the same job is refused. */
    public Duration duplicateWindow() {
        return properties.duplicateWindow();
    }

    /**
     * What the partner has to know to hand applications in to a job.
     *
     * @throws NotFound when the partner was not granted the job, or it was never open
     * @throws Refusal 410 when it is closed
     * @throws TryLater when it is paused
     */
    public ApplyForm form(Actor.Partner partner, JobId job) {
        postings.requireTaking(partner, job);
        return intake.form(partner.atWork(), job);
    }

    /**
     * Refuses what an application says, whatever its credentials turn out to be.
     *
     * @throws InvalidInput when it does not answer what the job asks
     */
    public void requireFitting(Actor.Partner partner, JobId job, Submission submission) {
        intake.requireFitting(partner.atWork(), job, submission);
    }

    /**
     * Verifies what an application brings, and stores nothing; empty when it is not the employer's
     * turn to have credentials verified, and it is better accepted to be verified afterwards. Not
     * to be called inside a transaction: it takes its time.
     *
     * @throws NotFound when the partner was not granted the job, or it was never open
     * @throws Refusal 410 when it is closed
     * @throws TryLater when it is paused
     * @throws Conflict when the partner handed in the same address to it within the window
     */
    public Optional<VerifiedSubmission> verify(
            Actor.Partner partner, JobId job, Submission submission) {
        requireWelcome(partner, job, submission);
        try {
            return Optional.of(verified(partner, job, submission));
        } catch (TryLater notItsTurn) {
            return Optional.empty();
        }
    }

    /** Refuses what would be refused whatever its credentials turn out to be. */
    void requireWelcome(Actor.Partner partner, JobId job, Submission submission) {
        postings.requireTaking(partner, job);
        transactions.in(
                partner,
                () -> {
                    if (repository.isKnown(
                            partner.employer(),
                            partner.partner(),
                            job,
                            applicant(partner, submission),
                            since(clock.instant()))) {
                        throw duplicate();
                    }
                });
        requireFitting(partner, job, submission);
    }

    /**
     * For each whether {@link #requireWelcome} would let it pass; inside the partner's transaction.
     */
    List<Boolean> areWelcome(Actor.Partner partner, JobId job, List<Submission> submissions) {
        if (!postings.isTaking(partner, job)) {
            return Collections.nCopies(submissions.size(), false);
        }
        List<byte[]> applicants = submissions.stream().map(one -> applicant(partner, one)).toList();
        Set<ByteBuffer> known =
                repository.known(
                        partner.employer(),
                        partner.partner(),
                        job,
                        applicants,
                        since(clock.instant()));
        List<Boolean> fitting = intake.areFitting(partner.atWork(), job, submissions);
        return IntStream.range(0, submissions.size())
                .mapToObj(
                        i -> fitting.get(i) && !known.contains(ByteBuffer.wrap(applicants.get(i))))
                .toList();
    }

    VerifiedSubmission verified(Actor.Partner partner, JobId job, Submission submission) {
        return intake.verify(
                partner.atWork(),
                job,
                submission.by(new ApplicationSource(CHANNEL, submission.source().reference())));
    }

    /**
     * Takes an application, as {@link Intake#submit} does. Where the same person has an open one
     * that came another way, what comes with this one is added to it: a partner is not told what
     * others handed in.
     *
     * @param said what the applicant said of themselves, which goes where no one who decides can
     *     look
     * @throws Conflict when the partner handed in the same address to it within the window
     */
    public Submitted submit(
            Actor.Partner partner, VerifiedSubmission verified, List<SelfIdentification> said) {
        postings.requireTaking(partner, verified.job());
        return take(partner, verified, said);
    }

    /** The same for what was accepted when the partner was let hand it in. */
    Submitted take(
            Actor.Partner partner, VerifiedSubmission verified, List<SelfIdentification> said) {
        Instant now = clock.instant();
        return transactions.in(
                partner,
                () -> {
                    Taken taken = intake.submitOrAdd(partner.atWork(), verified);
                    if (taken.isNew()) {
                        attributions.attribute(
                                partner.atWork(),
                                taken.application(),
                                partner.partner(),
                                Attribution.Way.HANDED_IN);
                    }
                    if (!repository.claim(
                            partner.employer(),
                            partner.partner(),
                            verified.job(),
                            applicant(partner, verified.submission()),
                            taken.application(),
                            now,
                            since(now))) {
                        throw duplicate();
                    }
                    repository.insert(
                            partner.employer(),
                            NewIds.next(),
                            partner.partner(),
                            taken.application(),
                            now,
                            sealed(partner, taken, verified.submission()));
                    identifications.keep(
                            partner.atWork(),
                            taken.application(),
                            verified.job(),
                            taken.person(),
                            said);
                    Submitted submitted = find(partner, taken.application());
                    audit.recordAndEmit(
                            partner.atWork(),
                            "partner.application-received",
                            "application",
                            taken.application().value(),
                            Map.of(
                                    "partner", partner.partner().toString(),
                                    "phase", submitted.phase().wireName()));
                    return submitted;
                });
    }

    /**
     * Where an application stands that this partner handed in.
     *
     * @throws NotFound when it did not, or may not see the job's
     */
    public Submitted get(Actor.Partner partner, ApplicationId id) {
        Submitted submitted = transactions.in(partner, () -> find(partner, id));
        if (!partner.requireSomewhere(Permission.FOLLOW_APPLICATIONS)
                .covers(submitted.job().value())) {
            throw new NotFound("application");
        }
        return submitted;
    }

    private Submitted find(Actor.Partner partner, ApplicationId id) {
        Instant received =
                repository
                        .lastReceived(partner.employer(), partner.partner(), id)
                        .orElseThrow(() -> new NotFound("application"));
        Application application = applications.get(partner.atWork(), id);
        return new Submitted(
                id,
                application.job(),
                application.phase(),
                received,
                application.movedAt(),
                attributions.isTo(partner.atWork(), id, partner.partner()),
                application.candidate().person());
    }

    /** What the application keeps as it came is another's; this one's is kept beside it. */
    private Optional<byte[]> sealed(Actor.Partner partner, Taken taken, Submission submission) {
        return taken.isNew()
                ? Optional.empty()
                : Optional.of(
                        persons.seal(partner.atWork(), taken.person(), submission.received()));
    }

    private byte[] applicant(Actor.Partner partner, Submission submission) {
        return vault.digest(
                partner.atWork(),
                ("applicant\n" + submission.candidate().email().key())
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Instant since(Instant now) {
        return now.minus(properties.duplicateWindow());
    }

    private static Conflict duplicate() {
        return new Conflict(
                DUPLICATE, "You handed in an application from this address to this job before.");
    }
}
