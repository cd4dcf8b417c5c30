package dev.assay.hiring.applications;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.platform.operations.Operation;
import dev.assay.hiring.platform.operations.Operations;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.StaleVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Many moves of one job's applications. Each is judged as if it were made alone, with a reason of
 * its own; one that is refused leaves the others be.
 */
@Component
public class BulkMoves {

    /** How many are made while the caller waits. */
    public static final int AT_ONCE = 100;

    /** How many there may be in all. */
    public static final int MAXIMUM = 5_000;

    private final Applications applications;
    private final Jobs jobs;
    private final Operations operations;
    private final BulkMoveText text;
    private final TenantTransaction transactions;

    BulkMoves(
            Applications applications,
            Jobs jobs,
            Operations operations,
            BulkMoveText text,
            TenantTransaction transactions) {
        this.applications = applications;
        this.jobs = jobs;
        this.operations = operations;
        this.text = text;
        this.transactions = transactions;
    }

    /**
     * Makes the moves now.
     *
     * @return what became of each, in their order
     * @throws NotFound when this employer has no such job
     * @throws InvalidInput when an application is named twice, or there are too many for now
     * @throws PermissionDenied when a machine tries to reject
     */
    public List<BulkMoveOutcome> make(Actor actor, JobId job, List<BulkMove> moves) {
        requireSound(actor, moves);
        if (moves.size() > AT_ONCE) {
            throw new InvalidInput("/moves", "are at most " + AT_ONCE + " at once");
        }
        return transactions.in(
                actor,
                () -> {
                    jobs.get(actor, job);
                    return moves.stream().map(move -> made(actor, job, move)).toList();
                });
    }

    /**
     * Accepts the moves, to be made in the background. There nobody is rejected: that is a person's
     * deed, who waits for what comes of it.
     *
     * @throws NotFound when this employer has no such job
     * @throws InvalidInput when an application is named twice, or one is to be rejected
     */
    public Operation accept(Actor actor, JobId job, List<BulkMove> moves) {
        requireSound(actor, moves);
        for (int i = 0; i < moves.size(); i++) {
            if (moves.get(i).move().isRejection()) {
                throw new InvalidInput(
                        "/moves/" + i + "/to",
                        "rejects, which is not done in the background: send at most "
                                + AT_ONCE
                                + " moves, and wait for them");
            }
        }
        return transactions.in(
                actor,
                () -> {
                    jobs.get(actor, job);
                    return operations.accept(actor, BulkMoving.of(job, text.write(moves)));
                });
    }

    /** One of them, apart from the others; to be called in the transaction of them all. */
    BulkMoveOutcome made(Actor actor, JobId job, BulkMove bulk) {
        try {
            return BulkMoveOutcome.moved(
                    transactions.apart(() -> {
                        if (!applications.get(actor, bulk.application()).job().equals(job)) {
                            throw new NotFound("application");
                        }
                        return applications.move(
                                actor, bulk.application(), Optional.empty(), bulk.move());
                    }));
        } catch (InvalidInput invalid) {
            return refused(bulk, "invalid-input", invalid.faults());
        } catch (NotFound absent) {
            return refused(bulk, "not-found", faults("/applicationId", absent));
        } catch (StaleVersion stale) {
            return refused(bulk, "stale-version", faults("", stale));
        } catch (Conflict conflict) {
            return refused(bulk, conflict.code(), faults("", conflict));
        }
    }

    private static BulkMoveOutcome refused(BulkMove bulk, String code, List<Fault> faults) {
        return BulkMoveOutcome.refused(bulk.application(), code, faults);
    }

    private static List<Fault> faults(String pointer, RuntimeException refusal) {
        return List.of(new Fault(pointer, String.valueOf(refusal.getMessage())));
    }

    private static void requireSound(Actor actor, List<BulkMove> moves) {
        actor.require(Permission.MOVE_APPLICATIONS);
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < moves.size(); i++) {
            BulkMove bulk = moves.get(i);
            if (!seen.add(bulk.application())) {
                throw new InvalidInput("/moves/" + i + "/applicationId", "is there twice");
            }
            if (bulk.move().isRejection() && !(actor instanceof Actor.Person)) {
                throw new PermissionDenied(Permission.MOVE_APPLICATIONS);
            }
        }
    }
}
