package dev.assay.hiring.applications;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** An employer's own reasons for ending applications, beside those that everybody has. */
@Component
public class OwnReasons {

    private final OwnReasonRepository repository;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    OwnReasons(
            OwnReasonRepository repository,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes a reason down.
     *
     * @throws InvalidInput when the code is one that everybody has
     * @throws Conflict when the employer has the code already
     */
    public OwnReason write(Actor actor, String code, String label, TransitionReason refines) {
        actor.require(Permission.EDIT_PIPELINE);
        if (builtIn(code).isPresent()) {
            throw new InvalidInput("/code", "is a reason that everybody has");
        }
        var reason =
                new OwnReason(
                        new OwnReasonId(NewIds.next()),
                        code,
                        label,
                        refines,
                        false,
                        Version.FIRST,
                        actor.reference(),
                        clock.instant());
        return transactions.in(
                actor,
                () -> {
                    if (!repository.insert(actor.employer(), reason)) {
                        throw new Conflict("code-taken", "There is a reason of this code already.");
                    }
                    record(actor, "reason.written", reason);
                    return reason;
                });
    }

    /**
     * Changes what a reason is called, or retires it. Moves keep its code.
     *
     * @throws NotFound when this employer has no such reason
     * @throws StaleVersion when somebody changed it since
     */
    public OwnReason change(
            Actor actor, OwnReasonId id, Version expected, String label, boolean retired) {
        actor.require(Permission.EDIT_PIPELINE);
        return transactions.in(
                actor,
                () -> {
                    OwnReason before = find(actor, id);
                    var after =
                            new OwnReason(
                                    id,
                                    before.code(),
                                    label,
                                    before.refines(),
                                    retired,
                                    expected.next(),
                                    actor.reference(),
                                    clock.instant());
                    if (!repository.update(actor.employer(), expected, after)) {
                        throw new StaleVersion(expected);
                    }
                    record(actor, "reason.changed", after);
                    return after;
                });
    }

    /**
     * @throws NotFound when this employer has no such reason
     */
    public OwnReason get(Actor actor, OwnReasonId id) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> find(actor, id));
    }

    /** This employer's own reasons, oldest first; retired ones among them. */
    public Page<OwnReason> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(actor, () -> repository.list(actor.employer(), after, size));
    }

    /**
     * What a move gives as its reason.
     *
     * @throws InvalidInput when it is neither a reason that everybody has nor one of the employer's
     */
    Reason named(Actor actor, String code) {
        return builtIn(code)
                .map(known -> new Reason(known, Optional.empty()))
                .or(() -> own(actor, code))
                .orElseThrow(() -> new InvalidInput("/reason", "must be one of " + builtIns()));
    }

    private Optional<Reason> own(Actor actor, String code) {
        return repository
                .withCode(actor.employer(), code)
                .filter(reason -> !reason.retired())
                .map(reason -> new Reason(reason.refines(), Optional.of(code)));
    }

    private static Optional<TransitionReason> builtIn(String code) {
        return Arrays.stream(TransitionReason.values())
                .filter(reason -> reason.wireName().equals(code))
                .findFirst();
    }

    private static String builtIns() {
        return Arrays.stream(TransitionReason.values())
                .map(TransitionReason::wireName)
                .collect(Collectors.joining(", ", "", ", or of the employer's own"));
    }

    private OwnReason find(Actor actor, OwnReasonId id) {
        return repository.find(actor.employer(), id).orElseThrow(() -> new NotFound("reason"));
    }

    private void record(Actor actor, String action, OwnReason reason) {
        audit.recordAndEmit(
                actor,
                action,
                "reason",
                reason.id().value(),
                Map.of(
                        "code", reason.code(),
                        "refines", reason.refines().wireName(),
                        "retired", reason.retired(),
                        "version", reason.version().value()));
    }
}
