package dev.assay.hiring.platform.operations;

import dev.assay.hiring.platform.operations.OperationRepository.Begun;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.platform.trace.TraceId;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.PermissionDenied;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Does an operation step by step. Each step commits its effect, its progress and its checkpoint
 * together, and only while the run holds the lease: a run that was given up for dead and is not can
 * change nothing.
 */
@Component
class OperationRunner {

    static final String NAME = "operations";

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Map<String, OperationKind> kinds;
    private final OperationRepository repository;
    private final TenantTransaction transactions;
    private final EmployerVault vault;
    private final AuditTrail audit;
    private final MeterRegistry meters;
    private final Clock clock;

    OperationRunner(
            List<OperationKind> kinds,
            OperationRepository repository,
            TenantTransaction transactions,
            EmployerVault vault,
            AuditTrail audit,
            MeterRegistry meters,
            Clock clock) {
        this.kinds =
                kinds.stream().collect(Collectors.toMap(OperationKind::name, Function.identity()));
        this.repository = repository;
        this.transactions = transactions;
        this.vault = vault;
        this.audit = audit;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Runs until the operation is over, or the node stops. A kind this build does not know is left
     * to a node that does.
     *
     * @return whether nothing is left to do
     */
    boolean run(EmployerId employer, OperationId id, BooleanSupplier stopping) {
        var worker = new Actor.Service(employer, NAME);
        Optional<String> kind = transactions.in(worker, () -> repository.unfinished(employer, id));
        if (kind.isPresent() && !kinds.containsKey(kind.get())) {
            // A newer node's; it will do it.
            return false;
        }
        UUID lease = NewIds.next();
        Optional<Begun> begun =
                transactions.in(
                        worker, () -> repository.begin(employer, id, lease, clock.instant()));
        if (begun.isEmpty()) {
            return true;
        }
        var held = new Held(worker, id, lease, begun.get().kind());
        return begun.get()
                .traceId()
                .map(TraceId::new)
                .orElseGet(TraceId::next)
                .call(() -> run(held, begun.get(), stopping));
    }

    @SuppressWarnings("IllegalCatch") // a worker's loop: what is no refusal is tried again
    private boolean run(Held held, Begun begun, BooleanSupplier stopping) {
        try {
            return steps(held, begun, stopping);
        } catch (RuntimeException failure) {
            Optional<List<OperationError>> refusal = refusal(failure);
            if (refusal.isPresent()) {
                fail(held, refusal.get());
                return true;
            }
            release(held, true);
            throw failure;
        }
    }

    private boolean steps(Held held, Begun begun, BooleanSupplier stopping) {
        OperationKind kind = Objects.requireNonNull(kinds.get(begun.kind()));
        byte[] input =
                transactions.in(
                        held.worker(), () -> vault.open(held.worker(), begun.sealedInput()));
        OperationRun run =
                new OperationRun(
                        held.id(),
                        begun.actor(),
                        begun.parameters(),
                        input,
                        begun.done(),
                        begun.checkpoint(),
                        unwanted(held, stopping));
        Optional<Progress> progress = Optional.empty();
        try (StepAhead ahead = new StepAhead(kind)) {
            while (!stopping.getAsBoolean()) {
                OperationKind.Step step;
                try {
                    step = ahead.next(run, progress);
                } catch (CancellationException given) {
                    return abandoned(held);
                }
                OperationRun now = run;
                step.foreseen()
                        .filter(foreseen -> !foreseen.isLast())
                        .ifPresent(foreseen -> ahead.begin(foreseen, after(now, foreseen)));
                progress = transactions.in(held.worker(), () -> carryOut(held, step));
                if (progress.isEmpty()) {
                    return true;
                }
                meters.counter("assay.operations.steps", "kind", held.kind()).increment();
                if (progress.get().isLast()) {
                    return true;
                }
                run = after(run, progress.get());
            }
        }
        release(held, false);
        return false;
    }

    /** Empty when the operation was cancelled, or another run has taken it over. */
    private Optional<Progress> carryOut(Held held, OperationKind.Step step) {
        Optional<Boolean> cancelAsked = repository.hold(held.employer(), held.id(), held.lease());
        if (cancelAsked.isEmpty()) {
            return Optional.empty();
        }
        if (cancelAsked.get()) {
            finish(held, OperationState.CANCELLED, Optional.empty());
            return Optional.empty();
        }
        Progress progress = step.carryOut();
        repository.move(held.employer(), held.id(), held.lease(), progress);
        if (progress.isLast()) {
            finish(held, OperationState.SUCCEEDED, progress.result());
        }
        return Optional.of(progress);
    }

    private void fail(Held held, List<OperationError> errors) {
        transactions.in(
                held.worker(),
                () -> {
                    if (repository.hold(held.employer(), held.id(), held.lease()).isPresent()) {
                        repository.insertErrors(held.employer(), held.id(), errors);
                        finish(held, OperationState.FAILED, Optional.empty());
                    }
                });
    }

    private void finish(Held held, OperationState state, Optional<String> result) {
        repository.finish(
                held.employer(),
                held.id(),
                held.lease(),
                state,
                result.orElse(null),
                clock.instant());
        audit.recordAndEmit(
                held.worker(),
                "operation." + state.wireName(),
                "operation",
                held.id().value(),
                Map.of("kind", held.kind()));
    }

    private void release(Held held, boolean failed) {
        transactions.in(
                held.worker(),
                () -> repository.release(held.employer(), held.id(), held.lease(), failed));
    }

    private static OperationRun after(OperationRun run, Progress progress) {
        return new OperationRun(
                run.id(),
                run.actor(),
                run.parameters(),
                run.input(),
                run.done() + progress.done(),
                Optional.of(progress.checkpoint()),
                run.unwanted());
    }

    /** Looks at most every so often, however often it is asked, and stays with a yes. */
    private BooleanSupplier unwanted(Held held, BooleanSupplier stopping) {
        var next = new AtomicLong(System.nanoTime());
        var asked = new AtomicBoolean();
        return () -> {
            long due = next.get();
            if (!asked.get()
                    && System.nanoTime() - due >= 0
                    && next.compareAndSet(due, System.nanoTime() + LOOK_AGAIN.toNanos())
                    && !isWanted(held)) {
                asked.set(true);
            }
            return asked.get() || stopping.getAsBoolean();
        };
    }

    private boolean isWanted(Held held) {
        return transactions.in(
                held.worker(), () -> repository.isWanted(held.employer(), held.id(), held.lease()));
    }

    /** A step gave up: on request it is over; when the node stops, another goes on. */
    private boolean abandoned(Held held) {
        return transactions.in(
                held.worker(),
                () -> {
                    Optional<Boolean> cancelAsked =
                            repository.hold(held.employer(), held.id(), held.lease());
                    if (cancelAsked.isEmpty()) {
                        return true;
                    }
                    if (cancelAsked.get()) {
                        finish(held, OperationState.CANCELLED, Optional.empty());
                        return true;
                    }
                    repository.release(held.employer(), held.id(), held.lease(), false);
                    return false;
                });
    }

    private static Optional<List<OperationError>> refusal(RuntimeException failure) {
        return switch (failure) {
            case Conflict conflict -> refusal(conflict.code(), conflict);
            case NotFound gone -> refusal("not-found", gone);
            case PermissionDenied denied -> refusal("forbidden", denied);
            case InvalidInput invalid ->
                    Optional.of(
                            invalid.faults().stream()
                                    .map(fault ->
                                            new OperationError(
                                                    0,
                                                    "invalid-input",
                                                    fault.pointer(),
                                                    fault.detail()))
                                    .toList());
            default -> Optional.empty();
        };
    }

    private static Optional<List<OperationError>> refusal(String code, RuntimeException why) {
        return Optional.of(
                List.of(new OperationError(0, code, "", String.valueOf(why.getMessage()))));
    }

    /** An operation, and the lease that lets this run move it. */
    private record Held(Actor.Service worker, OperationId id, UUID lease, String kind) {

        EmployerId employer() {
            return worker.employer();
        }
    }
}
