package dev.assay.hiring.partners;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.assay.hiring.demographics.SelfIdentification;
import dev.assay.hiring.intake.Submission;
import dev.assay.hiring.intake.SubmissionReader;
import dev.assay.hiring.intake.VerifiedSubmission;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.platform.idempotency.Gathering;
import dev.assay.hiring.platform.operations.NewOperation;
import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.OperationError;
import dev.assay.hiring.platform.operations.OperationId;
import dev.assay.hiring.platform.operations.OperationKind;
import dev.assay.hiring.platform.operations.OperationRun;
import dev.assay.hiring.platform.operations.Operations;
import dev.assay.hiring.platform.operations.Progress;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.problem.Refusal;
import dev.assay.hiring.platform.problem.TryLater;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Applications of partners that cannot be verified at once. What is accepted here is written down
 * before the partner is answered, and is verified and taken by whichever node, through crashes and
 * outages; the partner asks what became of it.
 */
@Component
public class PartnerInbox
        implements OperationKind, Gathering<PartnerInbox.Incoming, AcceptedSubmission> {

    /**
     * An application to a job, as a partner hands it in.
     *
     * @param said what the applicant said of themselves
     */
    public record Incoming(JobId job, Submission submission, List<SelfIdentification> said) {

        public Incoming {
            said = List.copyOf(said);
        }

        /** Without what was said. */
        @Override
        public String toString() {
            return "Incoming[" + job + "]";
        }
    }

    private static final String NAME = "partner-submission";
    private static final String JOB = "job";
    private static final String PARTNER = "partner";
    private static final String RESULT = "/v1/partner/applications/";

    private final PartnerApplications applications;
    private final SubmissionReader reader;
    private final Operations operations;
    private final TenantTransaction transactions;
    private final JsonMapper json;

    PartnerInbox(
            PartnerApplications applications,
            SubmissionReader reader,
            Operations operations,
            TenantTransaction transactions,
            JsonMapper json) {
        this.applications = applications;
        this.reader = reader;
        this.operations = operations;
        this.transactions = transactions;
        this.json = json;
    }

    /**
     * Accepts an application to be verified and taken afterwards: once this commits, that will be
     * done, whatever becomes of the partner's grant.
     *
     * @param said what the applicant said of themselves; it waits sealed beside the application
     * @throws NotFound when the partner was not granted the job, or it was never open
     * @throws Refusal 410 when it is closed
     * @throws TryLater when it is paused
     * @throws Conflict when the partner handed in the same address to it within the window
     * @throws InvalidInput when it does not answer what the job asks
     */
    public AcceptedSubmission accept(
            Actor.Partner partner,
            JobId job,
            Submission submission,
            List<SelfIdentification> said) {
        return accept(partner, job, submission, said, NewIds.next());
    }

    /** Like {@link #accept(Actor.Partner, JobId, Submission, List)}, under an id it has already. */
    public AcceptedSubmission accept(
            Actor.Partner partner,
            JobId job,
            Submission submission,
            List<SelfIdentification> said,
            UUID id) {
        applications.requireWelcome(partner, job, submission);
        return transactions.in(
                partner,
                () ->
                        shown(
                                partner,
                                operations.accept(
                                        partner.atWork(),
                                        new OperationId(id),
                                        operation(partner, job, submission, said))));
    }

    @Override
    public List<Optional<AcceptedSubmission>> carryOut(Actor actor, List<Asked<Incoming>> asked) {
        Actor.Partner partner = (Actor.Partner) actor;
        Map<OperationId, NewOperation> wanted = new LinkedHashMap<>();
        Map<UUID, String> traces = new HashMap<>();
        Map<Asked<Incoming>, OperationId> ids = new IdentityHashMap<>();
        asked.stream()
                .collect(groupingBy(one -> one.item().job(), LinkedHashMap::new, toList()))
                .forEach((job, of) ->
                        welcome(partner, job, of)
                                .forEach(one -> {
                                    OperationId id = new OperationId(NewIds.next());
                                    ids.put(one, id);
                                    wanted.put(
                                            id,
                                            operation(
                                                    partner,
                                                    job,
                                                    one.item().submission(),
                                                    one.item().said()));
                                    one.trace().ifPresent(trace -> traces.put(id.value(), trace));
                                }));
        Map<OperationId, AcceptedSubmission> accepted = new HashMap<>();
        operations
                .acceptEach(partner.atWork(), wanted, traces)
                .forEach(one -> accepted.put(one.id(), shown(partner, one)));
        return asked.stream()
                .map(one -> Optional.ofNullable(ids.get(one)).map(accepted::get))
                .toList();
    }

    private List<Asked<Incoming>> welcome(
            Actor.Partner partner, JobId job, List<Asked<Incoming>> asked) {
        List<Boolean> welcome =
                applications.areWelcome(
                        partner, job, asked.stream().map(one -> one.item().submission()).toList());
        return IntStream.range(0, asked.size()).filter(welcome::get).mapToObj(asked::get).toList();
    }

    private NewOperation operation(
            Actor.Partner partner,
            JobId job,
            Submission submission,
            List<SelfIdentification> said) {
        return new NewOperation(
                NAME,
                Map.of(JOB, job.toString(), PARTNER, partner.partner().toString()),
                new Enclosure(submission.received(), enclosed(said)).bytes());
    }

    /**
     * What became of an application that was accepted.
     *
     * @throws NotFound when this partner handed in no such one, or may hand none in to the job now
     */
    public AcceptedSubmission get(Actor.Partner partner, JobId job, UUID id) {
        if (!partner.requireSomewhere(Permission.SEND_APPLICATIONS).covers(job.value())) {
            throw new NotFound("submission");
        }
        Operation operation = operations.get(partner.atWork(), new OperationId(id));
        if (!operation.kind().equals(NAME)
                || !operation.requestedBy().equals(partner.atWork().reference())) {
            throw new NotFound("submission");
        }
        return shown(partner, operation);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step next(OperationRun run) {
        Actor.Partner partner = partner(run);
        Enclosure input = Enclosure.of(run.input());
        JobId job = new JobId(parameter(run, JOB));
        VerifiedSubmission verified =
                applications.verified(partner, job, reader.read(input.submission()));
        return () -> {
            Submitted taken = applications.take(partner, verified, said(input));
            return Progress.allDone(RESULT + taken.id());
        };
    }

    private byte[] enclosed(List<SelfIdentification> said) {
        return said.isEmpty() ? new byte[0] : json.writeValueAsBytes(said);
    }

    private List<SelfIdentification> said(Enclosure input) {
        return input.enclosed().length == 0
                ? List.of()
                : List.of(json.readValue(input.enclosed(), SelfIdentification[].class));
    }

    /** With the right it had when the application was accepted. */
    private static Actor.Partner partner(OperationRun run) {
        return new Actor.Partner(
                run.actor().employer(),
                parameter(run, PARTNER),
                Set.of(Permission.SEND_APPLICATIONS),
                new JobReach.Everywhere());
    }

    private static UUID parameter(OperationRun run, String name) {
        return UUID.fromString(
                Objects.requireNonNull(run.parameters().get(name), "no " + name + " was kept"));
    }

    private AcceptedSubmission shown(Actor.Partner partner, Operation operation) {
        return new AcceptedSubmission(
                operation.id().value(),
                switch (operation.state()) {
                    case QUEUED, RUNNING -> AcceptedSubmission.State.ACCEPTED;
                    case SUCCEEDED -> AcceptedSubmission.State.TAKEN;
                    case FAILED, CANCELLED -> AcceptedSubmission.State.REFUSED;
                },
                operation.requestedAt(),
                operation
                        .result()
                        .map(address -> address.substring(RESULT.length()))
                        .map(UUID::fromString)
                        .map(ApplicationId::new),
                refusal(partner, operation));
    }

    private Optional<String> refusal(Actor.Partner partner, Operation operation) {
        return switch (operation.state()) {
            case QUEUED, RUNNING, SUCCEEDED -> Optional.empty();
            case CANCELLED -> Optional.of("cancelled");
            case FAILED ->
                    operations.errors(partner.atWork(), operation.id()).stream()
                            .findFirst()
                            .map(OperationError::code);
        };
    }
}
