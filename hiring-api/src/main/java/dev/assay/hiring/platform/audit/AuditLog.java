package dev.assay.hiring.platform.audit;

import dev.assay.hiring.platform.audit.ChainReport.Break;
import dev.assay.hiring.platform.audit.ChainReport.Flaw;
import dev.assay.hiring.platform.ledger.LedgerHead;
import dev.assay.hiring.platform.ledger.LedgerHeads;
import dev.assay.hiring.platform.ledger.LedgerKind;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The audit trail as auditors read it: row by row, recomputed, and carried away. */
@Component
public class AuditLog {

    /** How many rows one call recomputes at most; the next goes on from there. */
    public static final int MOST_ROWS = 100_000;

    private static final int BATCH = 1_000;

    private final AuditRepository repository;
    private final AuditLogRepository subjects;
    private final LedgerHeads heads;
    private final TenantTransaction transactions;

    AuditLog(
            AuditRepository repository,
            AuditLogRepository subjects,
            LedgerHeads heads,
            TenantTransaction transactions) {
        this.repository = repository;
        this.subjects = subjects;
        this.heads = heads;
        this.transactions = transactions;
    }

    /** The rows that match, newest first; those that wait for their seal among them. */
    public Page<AuditEntry> list(
            Actor actor, AuditFilter filter, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_AUDIT);
        return transactions.in(actor, () -> repository.list(actor.employer(), filter, after, size));
    }

    /** Everything that was done to these subjects, oldest first. */
    public List<AuditLogEntry> about(Actor actor, Collection<UUID> ids) {
        return transactions.in(actor, () -> subjects.about(actor.employer(), ids));
    }

    /**
     * Recomputes the chain from a checkpoint on, at most {@value #MOST_ROWS} rows, in batches that
     * each are a transaction of their own: sealed rows never change, and the end is fixed before.
     */
    public ChainReport verify(Actor actor, Checkpoint from) {
        actor.require(Permission.READ_AUDIT);
        Survey survey = transactions.in(actor, () -> survey(actor, from));
        var walk = new ChainWalk(actor.employer(), from);
        Optional<Break> broken =
                survey.flaw().or(() -> recomputed(actor, walk, survey.head().sequence()));
        if (broken.isEmpty() && walk.at().sequence() == survey.head().sequence()) {
            broken = endsAsLeft(walk, survey);
        }
        return new ChainReport(
                from,
                walk.at(),
                survey.head().sequence(),
                broken,
                survey.unsealed().count(),
                survey.unsealed().oldest());
    }

    /**
     * Hands out every sealed row after a sequence number, oldest first, each with the members its
     * hash covers and the hash itself.
     */
    public void export(Actor actor, long after, Consumer<ObjectNode> line) {
        actor.require(Permission.READ_AUDIT);
        long end = transactions.in(actor, () -> heads.read(actor, LedgerKind.AUDIT).sequence());
        long at = after;
        String previous =
                transactions
                        .in(actor, () -> repository.hashAt(actor.employer(), after))
                        .orElse(AuditChain.BEGINNING);
        while (at < end) {
            List<AuditEntry> rows = sealed(actor, at, end);
            if (rows.isEmpty()) {
                return;
            }
            for (AuditEntry row : rows) {
                AuditEntry.Seal seal = row.seal().orElseThrow();
                line.accept(
                        AuditChain.hashed(actor.employer(), seal.sequence(), previous, row)
                                .put("hash", seal.hash()));
                at = seal.sequence();
                previous = seal.hash();
            }
        }
    }

    private Survey survey(Actor actor, Checkpoint from) {
        // In this order: what is sealed in between moves the head too.
        long last = repository.lastSequence(actor.employer());
        LedgerHead head = heads.read(actor, LedgerKind.AUDIT);
        return new Survey(
                head, flaw(actor, from, last, head), repository.unsealed(actor.employer()));
    }

    private Optional<Break> flaw(Actor actor, Checkpoint from, long last, LedgerHead head) {
        if (last > head.sequence()) {
            return Optional.of(new Break(head.sequence() + 1, Flaw.BEYOND_HEAD));
        }
        if (from.sequence() == 0) {
            return Optional.empty();
        }
        Optional<String> there = repository.hashAt(actor.employer(), from.sequence());
        if (there.isEmpty()) {
            return Optional.of(new Break(from.sequence(), Flaw.ROW_MISSING));
        }
        return there.filter(hash -> !hash.equals(from.hash()))
                .map(_ -> new Break(from.sequence(), Flaw.CHECKPOINT_MISMATCH));
    }

    private Optional<Break> recomputed(Actor actor, ChainWalk walk, long end) {
        for (int done = 0; done < MOST_ROWS && walk.at().sequence() < end; done += BATCH) {
            List<AuditEntry> rows = sealed(actor, walk.at().sequence(), end);
            if (rows.isEmpty()) {
                return Optional.of(new Break(walk.at().sequence() + 1, Flaw.ROW_MISSING));
            }
            for (AuditEntry row : rows) {
                Optional<Break> broken = walk.step(row);
                if (broken.isPresent()) {
                    return broken;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Break> endsAsLeft(ChainWalk walk, Survey survey) {
        String left = survey.head().hash().orElse(AuditChain.BEGINNING);
        return walk.at().hash().equals(left)
                ? Optional.empty()
                : Optional.of(new Break(survey.head().sequence(), Flaw.HEAD_MISMATCH));
    }

    private List<AuditEntry> sealed(Actor actor, long after, long until) {
        return transactions.in(
                actor, () -> repository.sealed(actor.employer(), after, until, BATCH));
    }

    private record Survey(
            LedgerHead head, Optional<Break> flaw, AuditRepository.Unsealed unsealed) {}
}
