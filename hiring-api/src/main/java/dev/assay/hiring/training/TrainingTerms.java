package dev.assay.hiring.training;

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
import dev.assay.trainingcost.model.Uncertain;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An employer's roles, modules, wages and assumptions: what estimates of training are made from.
 */
@Component
public class TrainingTerms {

    private final TermRepository repository;
    private final Programmes programmes;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    TrainingTerms(
            TermRepository repository,
            Programmes programmes,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.programmes = programmes;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Files a term.
     *
     * @throws InvalidInput when it is not sound, or names others that are not there
     * @throws Conflict when the ledger has a line for the same input of the role already
     */
    public <T extends Term> FiledTerm<T> add(Actor actor, TermKind<T> kind, T content) {
        actor.require(Permission.EDIT_TRAINING);
        content.requireSound();
        Instant now = clock.instant();
        FiledTerm<T> term = new FiledTerm<>(NewIds.next(), content, Version.FIRST, now, now);
        return transactions.in(
                actor,
                () -> {
                    requireFitting(actor, term);
                    if (!repository.insert(actor.employer(), kind, term)) {
                        throw new Conflict(
                                "assumption-recorded",
                                "The ledger has a line for this input of the role already.");
                    }
                    audit.recordAndEmit(
                            actor,
                            kind.wireName() + ".added",
                            kind.wireName(),
                            term.id(),
                            figures(content));
                    return term;
                });
    }

    /**
     * Changes a term as a whole. Estimates made before stay as they are.
     *
     * @throws NotFound when this employer has no such term
     * @throws InvalidInput when it is not sound, or names others that are not there
     * @throws StaleVersion when somebody changed it since
     */
    public <T extends Term> FiledTerm<T> change(
            Actor actor, TermKind<T> kind, UUID id, Version expected, T content) {
        actor.require(Permission.EDIT_TRAINING);
        content.requireSound();
        return transactions.in(
                actor,
                () -> {
                    FiledTerm<T> before = find(actor, kind, id);
                    FiledTerm<T> after =
                            new FiledTerm<>(
                                    id,
                                    content,
                                    expected.next(),
                                    before.createdAt(),
                                    clock.instant());
                    requireSameRate(before.content(), content);
                    requireFitting(actor, after);
                    if (!repository.update(actor.employer(), kind, after)) {
                        throw new StaleVersion(expected);
                    }
                    Map<String, Object> detail = new LinkedHashMap<>();
                    detail.put("version", after.version().value());
                    detail.put("before", figures(before.content()));
                    detail.put("after", figures(content));
                    audit.recordAndEmit(
                            actor, kind.wireName() + ".changed", kind.wireName(), id, detail);
                    return after;
                });
    }

    /**
     * @throws NotFound when this employer has no such term
     */
    public <T extends Term> FiledTerm<T> get(Actor actor, TermKind<T> kind, UUID id) {
        actor.require(Permission.READ_TRAINING);
        return transactions.in(actor, () -> find(actor, kind, id));
    }

    /** All of a kind, newest first. */
    public <T extends Term> Page<FiledTerm<T>> list(
            Actor actor, TermKind<T> kind, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_TRAINING);
        return transactions.in(
                actor,
                () -> repository.page(actor.employer(), kind, Optional.empty(), after, size));
    }

    /** A role's ledger, newest line first. */
    public Page<FiledTerm<AssumptionContent>> ledger(
            Actor actor, UUID role, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.READ_TRAINING);
        return transactions.in(
                actor,
                () ->
                        repository.page(
                                actor.employer(),
                                TermKind.ASSUMPTION,
                                Optional.of(role),
                                after,
                                size));
    }

    private <T extends Term> FiledTerm<T> find(Actor actor, TermKind<T> kind, UUID id) {
        return repository.withIds(actor.employer(), kind, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(kind.wireName()));
    }

    /** What a term names has to be there, and has to go together with it. */
    private void requireFitting(Actor actor, FiledTerm<?> term) {
        switch (term.content()) {
            case ModuleContent module ->
                    requireKnown(actor, TermKind.MODULE, "/prerequisites", module.prerequisites());
            case RoleContent role -> {
                requireKnown(actor, TermKind.MODULE, "/modules", role.modules());
                if (repository
                        .withIds(actor.employer(), TermKind.WAGE, List.of(role.wagePoint()))
                        .isEmpty()) {
                    throw new InvalidInput("/wagePointId", "names no wage point");
                }
                requireParents(actor, term.id(), role.parent());
                programmes.requireWhole(actor, term.id(), role);
            }
            case AssumptionContent line -> {
                if (repository
                        .withIds(actor.employer(), TermKind.ROLE, List.of(line.roleProfileId()))
                        .isEmpty()) {
                    throw new InvalidInput("/roleProfileId", "names no role profile");
                }
                programmes.requireInput(actor, line);
            }
            case WageContent _, RateContent _ -> {
                // Name nothing.
            }
        }
    }

    private static void requireSameRate(Term before, Term after) {
        if (before instanceof RateContent was
                && after instanceof RateContent is
                && !was.isOfTheSameDay(is)) {
            throw new InvalidInput(
                    "/date", "and the two currencies stay as they are; of another day add another");
        }
    }

    /** A role does not learn from itself, by however many steps. */
    private void requireParents(Actor actor, UUID role, @Nullable UUID parent) {
        Set<UUID> seen = new HashSet<>(Set.of(role));
        @Nullable UUID next = parent;
        while (next != null) {
            if (!seen.add(next)) {
                throw new InvalidInput("/parentId", "leads back to the role itself");
            }
            RoleContent above =
                    repository.withIds(actor.employer(), TermKind.ROLE, List.of(next)).stream()
                            .findFirst()
                            .orElseThrow(
                                    () -> new InvalidInput("/parentId", "names no role profile"))
                            .content();
            next = above.parent();
        }
    }

    private void requireKnown(Actor actor, TermKind<?> kind, String pointer, List<UUID> named) {
        Set<UUID> missing = new HashSet<>(named);
        repository.withIds(actor.employer(), kind, named).forEach(one -> missing.remove(one.id()));
        List<InvalidInput.Fault> faults =
                missing.stream()
                        .map(id ->
                                new InvalidInput.Fault(
                                        pointer + "/" + named.indexOf(id), "names no module"))
                        .toList();
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    /** Of the ledger also the value, so that the audit trail tells how it went. */
    private static Map<String, Object> figures(Term content) {
        Map<String, Object> figures = new LinkedHashMap<>();
        switch (content) {
            case AssumptionContent line -> {
                Uncertain value = line.value().uncertain();
                figures.put("roleProfile", line.roleProfileId().toString());
                figures.put("input", line.input());
                figures.put("least", value.least());
                figures.put("mostLikely", value.mostLikely());
                figures.put("most", Double.isFinite(value.most()) ? value.most() : null);
                figures.put("date", line.date().toString());
                figures.put("overrides", line.overrideReason() != null);
            }
            case WageContent wage -> {
                figures.put("mostLikely", wage.hourly().money().amount().mostLikely());
                figures.put("currency", wage.hourly().currency());
                figures.put("date", wage.date().toString());
            }
            case RateContent rate -> {
                figures.put("from", rate.from());
                figures.put("to", rate.to());
                figures.put("rate", rate.rate());
                figures.put("date", rate.date().toString());
            }
            case RoleContent role -> figures.put("modules", role.modules().size());
            case ModuleContent module ->
                    figures.put("traineeHours", module.traineeHours().uncertain().mostLikely());
        }
        return figures;
    }
}
