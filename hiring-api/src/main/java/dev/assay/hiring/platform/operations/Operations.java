package dev.assay.hiring.platform.operations;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.platform.work.EmployerWork;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Accepts long work, and tells how far it is. */
@Component
public class Operations {

    private static final String ACCEPTED = "operation.accepted";

    private final OperationRepository repository;
    private final TenantTransaction transactions;
    private final EmployerVault vault;
    private final EmployerWork work;
    private final AuditTrail audit;
    private final Clock clock;

    Operations(
            OperationRepository repository,
            TenantTransaction transactions,
            EmployerVault vault,
            EmployerWork work,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.vault = vault;
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Accepts work: once this commits, it will be done, by whichever node, through crashes and
     * outages. Whether the actor may ask for it is the caller's to check.
     */
    public Operation accept(Actor actor, NewOperation wanted) {
        return accept(actor, new OperationId(NewIds.next()), wanted);
    }

    /** Like {@link #accept(Actor, NewOperation)}, for work that has an id already. */
    public Operation accept(Actor actor, OperationId id, NewOperation wanted) {
        return transactions.in(
                actor,
                () -> {
                    repository.insert(actor, id, wanted, clock.instant());
                    repository.insertInput(actor.employer(), id, vault.seal(actor, wanted.input()));
                    work.note(OperationDispatch.TOPIC, actor.employer());
                    recorded(actor, id, wanted.kind(), ACCEPTED);
                    return find(actor, id);
                });
    }

    /**
     * Like {@link #accept(Actor, OperationId, NewOperation)}, for several calls at once.
     *
     * @param traces what the call is traced by that asked for one of them, by its id
     * @return in the order of the map
     */
    public List<Operation> acceptEach(
            Actor actor, Map<OperationId, NewOperation> wanted, Map<UUID, String> traces) {
        if (wanted.isEmpty()) {
            return List.of();
        }
        return transactions.in(
                actor,
                () -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    repository.insertEach(actor, wanted, traces, now);
                    Map<OperationId, byte[]> inputs = new LinkedHashMap<>();
                    wanted.forEach((id, one) -> inputs.put(id, vault.seal(actor, one.input())));
                    repository.insertInputs(actor.employer(), inputs);
                    work.note(OperationDispatch.TOPIC, actor.employer());
                    Map<UUID, Map<String, Object>> details = new LinkedHashMap<>();
                    wanted.forEach(
                            (id, one) -> details.put(id.value(), Map.of("kind", one.kind())));
                    audit.recordAndEmitEach(actor, ACCEPTED, "operation", details, traces);
                    return wanted.entrySet().stream()
                            .map(one -> queued(actor, one.getKey(), one.getValue().kind(), now))
                            .toList();
                });
    }

    private static Operation queued(Actor actor, OperationId id, String kind, Instant now) {
        return new Operation(
                id,
                kind,
                OperationState.QUEUED,
                actor.reference(),
                now,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                0,
                Optional.empty(),
                Version.FIRST);
    }

    /**
     * @throws NotFound when this employer has no such operation
     */
    public Operation get(Actor actor, OperationId id) {
        actor.require(Permission.READ_OPERATIONS);
        return transactions.in(actor, () -> find(actor, id));
    }

    /** The errors that were kept, in the order they came up. */
    public List<OperationError> errors(Actor actor, OperationId id) {
        actor.require(Permission.READ_OPERATIONS);
        return transactions.in(actor, () -> repository.errors(actor.employer(), id));
    }

    /** What the actor asked for, newest first. */
    public Page<Operation> own(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_OPERATIONS);
        return transactions.in(
                actor, () -> repository.of(actor.employer(), actor.reference(), after, size));
    }

    /**
     * Asks that an operation stop: at once when it has not begun, else after the step it is at.
     * What was done stays done. Asking twice is asking once.
     *
     * @throws NotFound when this employer has no such operation
     * @throws PermissionDenied when it is another's, and the actor no HR admin
     * @throws Conflict when it is over
     */
    public Operation cancel(Actor actor, OperationId id) {
        actor.require(Permission.CANCEL_OPERATIONS);
        return transactions.in(
                actor,
                () -> {
                    Operation operation =
                            repository
                                    .findForUpdate(actor.employer(), id)
                                    .orElseThrow(() -> new NotFound("operation"));
                    requireMayCancel(actor, operation);
                    if (operation.state() == OperationState.QUEUED) {
                        repository.cancelQueued(actor.employer(), id, clock.instant());
                        recorded(actor, id, operation.kind(), "operation.cancelled");
                    } else if (repository.askToCancel(actor.employer(), id)) {
                        recorded(actor, id, operation.kind(), "operation.cancel-asked");
                    }
                    return find(actor, id);
                });
    }

    private static void requireMayCancel(Actor actor, Operation operation) {
        if (!operation.requestedBy().equals(actor.reference())) {
            actor.require(Permission.CANCEL_ANY_OPERATION);
        }
        if (operation.state().isFinal()) {
            throw new Conflict(
                    "operation-finished",
                    "The operation is " + operation.state().wireName() + " already.");
        }
    }

    private Operation find(Actor actor, OperationId id) {
        return repository.find(actor.employer(), id).orElseThrow(() -> new NotFound("operation"));
    }

    private void recorded(Actor actor, OperationId id, String kind, String action) {
        audit.recordAndEmit(actor, action, "operation", id.value(), Map.of("kind", kind));
    }
}
