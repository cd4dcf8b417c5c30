package dev.assay.hiring.scoring;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.platform.privacy.PersonalVault;
import dev.assay.hiring.scoring.FlagRepository.Noted;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PermissionDenied;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What came to light after decisions. A person looks at each and says why it is settled; that
 * changes neither the decision nor its score. Whoever takes the decision back settles its flags.
 */
@Component
public class DecisionFlags {

    private static final int MOST_COUNTED = 1_000;

    private final FlagRepository repository;
    private final Applications applications;
    private final Candidates candidates;
    private final PersonalVault vault;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    DecisionFlags(
            FlagRepository repository,
            Applications applications,
            Candidates candidates,
            PersonalVault vault,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.applications = applications;
        this.candidates = candidates;
        this.vault = vault;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of all applications the actor sees, newest first. */
    public Page<DecisionFlag> list(
            Actor actor, FlagFilter filter, Optional<PageCursor> after, PageSize size) {
        JobReach reach = actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> opened(actor, repository.list(actor.employer(), reach, filter, after, size)));
    }

    /** How many nobody has settled, a thousand at most. */
    public int open(Actor actor) {
        JobReach reach = actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> repository.count(actor.employer(), reach, FlagFilter.OPEN, MOST_COUNTED));
    }

    /**
     * What came to light after an application was decided, newest first.
     *
     * @throws NotFound when this employer has no such application
     */
    public Page<DecisionFlag> of(
            Actor actor, ApplicationId id, Optional<PageCursor> after, PageSize size) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    applications.get(actor, id);
                    return opened(actor, repository.of(actor.employer(), id, after, size));
                });
    }

    /**
     * Settles a flag for a reason, which is kept sealed.
     *
     * @throws PermissionDenied unless the actor is a person who may: somebody has to answer for it
     * @throws NotFound when this employer has no such flag
     * @throws Conflict when it is settled already
     */
    public Settled settle(Actor actor, UUID id, String reason) {
        actor.require(Permission.MOVE_APPLICATIONS);
        if (!(actor instanceof Actor.Person)) {
            throw new PermissionDenied(Permission.MOVE_APPLICATIONS);
        }
        return transactions.in(
                actor,
                () -> {
                    Noted noted = found(actor, id);
                    Application application = application(actor, noted);
                    byte[] sealed =
                            vault.seal(
                                    actor,
                                    application.candidate().person(),
                                    reason.getBytes(StandardCharsets.UTF_8));
                    if (!repository.settle(
                            actor.employer(), id, actor.reference(), sealed, clock.instant())) {
                        throw new Conflict("flag-settled", "Somebody settled this flag already.");
                    }
                    audit.recordAndEmit(
                            actor,
                            "decision-flag.settled",
                            "application",
                            application.id().value(),
                            Map.of("flag", id.toString()));
                    return new Settled(
                            application, found(actor, id).flag().because(Optional.of(reason)));
                });
    }

    /** A flag that was settled, and whose it is. */
    public record Settled(Application application, DecisionFlag flag) {}

    private Noted found(Actor actor, UUID id) {
        return repository
                .find(actor.employer(), id)
                .orElseThrow(() -> new NotFound("decision flag"));
    }

    private Application application(Actor actor, Noted noted) {
        return applications.get(actor, new ApplicationId(noted.flag().applicationId()));
    }

    private Page<DecisionFlag> opened(Actor actor, Page<Noted> page) {
        List<ApplicationId> written =
                page.items().stream()
                        .filter(noted -> noted.sealedReason().isPresent())
                        .map(noted -> new ApplicationId(noted.flag().applicationId()))
                        .distinct()
                        .toList();
        if (written.isEmpty()) {
            return page.map(Noted::flag);
        }
        Map<ApplicationId, Application> of = new HashMap<>(applications.withIds(actor, written));
        PersonKeys keys =
                vault.keys(
                        actor, of.values().stream().map(one -> one.candidate().person()).toList());
        Set<CandidateId> hidden =
                candidates.hidden(
                        actor,
                        of.values().stream()
                                .map(Application::candidate)
                                .collect(Collectors.toSet()));
        of.values().removeIf(one -> hidden.contains(one.candidate()));
        return page.map(noted -> noted.flag().because(reason(noted, of, keys)));
    }

    private static Optional<String> reason(
            Noted noted, Map<ApplicationId, Application> of, PersonKeys keys) {
        return noted.sealedReason()
                .flatMap(sealed ->
                        Optional.ofNullable(of.get(new ApplicationId(noted.flag().applicationId())))
                                .flatMap(one -> keys.open(one.candidate().person(), sealed)))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
