package dev.assay.hiring.intake;

import dev.assay.hiring.candidates.Candidate;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Hands applications over by the thousand, with who applied, and keeps none of them. */
@Component
public class ApplicationExport {

    private static final PageSize AT_ONCE = new PageSize(PageSize.MAXIMUM);

    private final ApplicationSearchRepository repository;
    private final Candidates candidates;
    private final TenantTransaction transactions;
    private final AuditTrail audit;

    ApplicationExport(
            ApplicationSearchRepository repository,
            Candidates candidates,
            TenantTransaction transactions,
            AuditTrail audit) {
        this.repository = repository;
        this.candidates = candidates;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * One application with its candidate.
     *
     * @param candidate empty when the person was erased
     */
    public record Exported(ListedApplication application, Optional<Candidate> candidate) {}

    /**
     * Hands over the applications that satisfy the filter, oldest first, and notes who took them.
     * Opens short transactions of its own, because who takes them may be slow.
     */
    public void write(Actor actor, ApplicationFilter filter, Consumer<Exported> to) {
        actor.require(Permission.READ_APPLICATIONS);
        transactions.in(
                actor,
                () ->
                        audit.record(
                                actor,
                                "applications.exported",
                                "application-export",
                                NewIds.next(),
                                Map.of()));
        Optional<PageCursor> after = Optional.empty();
        do {
            Optional<PageCursor> from = after;
            Page<Exported> page = transactions.in(actor, () -> page(actor, filter, from));
            page.items().forEach(to);
            after = page.next();
        } while (after.isPresent());
    }

    private Page<Exported> page(Actor actor, ApplicationFilter filter, Optional<PageCursor> after) {
        Page<ListedApplication> page =
                repository.list(
                        actor.employer(),
                        new JobReach.Everywhere(),
                        filter,
                        ApplicationOrder.OLDEST,
                        after,
                        AT_ONCE);
        List<CandidateId> people =
                page.items().stream().map(ListedApplication::candidate).distinct().toList();
        Map<CandidateId, Candidate> known = candidates.withIds(actor, people);
        return page.map(application ->
                new Exported(application, Optional.ofNullable(known.get(application.candidate()))));
    }
}
