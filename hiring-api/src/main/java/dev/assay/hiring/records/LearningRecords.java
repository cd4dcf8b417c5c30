package dev.assay.hiring.records;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.credentials.CredentialId;
import dev.assay.hiring.credentials.Credentials;
import dev.assay.hiring.credentials.Replacement;
import dev.assay.hiring.credentials.StoredCredential;
import dev.assay.hiring.credentials.SubmittedDocument;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.signing.PlatformSigner;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.ApplicationSight;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Learning and employment records (HR Open LER-RS 4.5): what a candidate has proven here, each
 * credential with what verifying it found and when, signed by the platform. What failed, or could
 * not be checked, is told as just that and is never among what is proven.
 */
@Component
public class LearningRecords {

    private final Candidates candidates;
    private final Applications applications;
    private final Credentials credentials;
    private final ApplicationSight sight;
    private final PlatformSigner signer;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    LearningRecords(
            Candidates candidates,
            Applications applications,
            Credentials credentials,
            ApplicationSight sight,
            PlatformSigner signer,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.candidates = candidates;
        this.applications = applications;
        this.credentials = credentials;
        this.sight = sight;
        this.signer = signer;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The record of a candidate and of everybody who is the same person, as far as the actor sees
     * their applications; that it was asked for is written down. Not to be called inside a
     * transaction.
     *
     * @throws NotFound when this employer has no such candidate, or erased them, or the actor sees
     *     none of their applications
     * @throws Conflict while the candidate is reviewed blind
     */
    public ObjectNode of(Actor actor, CandidateId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return signed(
                transactions.in(
                        actor,
                        () -> {
                            Candidate candidate = candidates.get(actor, id);
                            return written(actor, candidate, held(actor, id));
                        }));
    }

    /**
     * The record of what counts for one application, as its candidate may carry it away. Not to be
     * called inside a transaction.
     *
     * @throws NotFound when this employer has no such application, or erased its candidate
     */
    public ObjectNode ofApplication(Actor actor, ApplicationId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return signed(
                transactions.in(
                        actor,
                        () -> {
                            Application application = applications.get(actor, id);
                            Candidate candidate = candidates.get(actor, application.candidate());
                            return written(
                                    actor,
                                    candidate,
                                    credentials.countingFor(actor, id, candidate.id()));
                        }));
    }

    private List<StoredCredential> held(Actor actor, CandidateId id) {
        // Who a person is, is no secret of one job's; what is read of them is narrowed below.
        var reader = new Actor.Service(actor.employer(), "learning-record");
        Set<CandidateId> person = candidates.samePersonIds(reader, id);
        Set<ApplicationId> seen =
                sight.seen(
                        actor,
                        applications.ofEach(reader, person).stream().map(Application::id).toList());
        return credentials.ofEach(actor, seen).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }

    private ObjectNode written(Actor actor, Candidate candidate, List<StoredCredential> held) {
        candidates.requireShown(actor, candidate.id());
        List<StoredCredential> standing =
                held.stream()
                        .filter(one -> one.withdrawnAt().isEmpty())
                        .sorted(Comparator.comparing(one -> one.id().value().toString()))
                        .toList();
        Set<StoredCredential> superseded = Replacement.superseded(standing);
        Map<CredentialId, SubmittedDocument> documents = credentials.asReceived(actor, standing);
        List<RecordedCredential> recorded =
                standing.stream()
                        .map(one ->
                                new RecordedCredential(
                                        one,
                                        superseded.contains(one),
                                        Optional.ofNullable(documents.get(one.id()))))
                        .toList();
        audit.record(
                actor,
                "candidate.record-exported",
                "candidate",
                candidate.id().value(),
                Map.of("credentials", recorded.size()));
        Instant now = clock.instant();
        return new ResumeDocument(signer.did(), NewIds.next(), now).unsigned(candidate, recorded);
    }

    private ObjectNode signed(ObjectNode unsigned) {
        return signer.sign(unsigned);
    }
}
