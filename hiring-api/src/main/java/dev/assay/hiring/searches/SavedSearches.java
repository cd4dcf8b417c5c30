package dev.assay.hiring.searches;

import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.PermissionDenied;
import dev.assay.hiring.shared.StaleVersion;
import dev.assay.hiring.shared.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Searches that people saved, for themselves or for everybody at their employer. Of somebody else's
 * own ones nobody learns that they exist.
 */
@Component
public class SavedSearches {

    private final SavedSearchRepository repository;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Clock clock;

    SavedSearches(
            SavedSearchRepository repository,
            TenantTransaction transactions,
            AuditTrail audit,
            Clock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Saves a search as the actor's. */
    public SavedSearch save(Actor actor, SearchContent content) {
        actor.require(Permission.SAVE_SEARCHES);
        Instant now = clock.instant();
        var search =
                new SavedSearch(
                        new SavedSearchId(NewIds.next()),
                        actor.reference(),
                        content,
                        Version.FIRST,
                        now,
                        now);
        return transactions.in(
                actor,
                () -> {
                    repository.insert(actor.employer(), search);
                    record(actor, "saved-search.saved", search);
                    return search;
                });
    }

    /**
     * Changes a search as a whole; a shared one is its owner's to change, and an HR admin's.
     *
     * @throws NotFound when the actor sees no such search
     * @throws StaleVersion when it was changed since
     * @throws PermissionDenied when it is somebody else's
     */
    public SavedSearch change(
            Actor actor, SavedSearchId id, Version expected, SearchContent content) {
        return transactions.in(
                actor,
                () -> {
                    SavedSearch before = own(actor, id);
                    var search =
                            new SavedSearch(
                                    id,
                                    before.owner(),
                                    content,
                                    expected.next(),
                                    before.createdAt(),
                                    clock.instant());
                    if (!repository.update(actor.employer(), expected, search)) {
                        throw new StaleVersion(expected);
                    }
                    record(actor, "saved-search.changed", search);
                    return search;
                });
    }

    /**
     * Removes a search, on the terms of {@link #change}.
     *
     * @throws NotFound when the actor sees no such search
     * @throws StaleVersion when it was changed since
     * @throws PermissionDenied when it is somebody else's
     */
    public void remove(Actor actor, SavedSearchId id, Version expected) {
        transactions.in(
                actor,
                () -> {
                    SavedSearch search = own(actor, id);
                    if (!repository.delete(actor.employer(), id, expected)) {
                        throw new StaleVersion(expected);
                    }
                    record(actor, "saved-search.removed", search);
                });
    }

    /**
     * @throws NotFound when the actor sees no such search
     */
    public SavedSearch get(Actor actor, SavedSearchId id) {
        actor.require(Permission.SAVE_SEARCHES);
        return transactions.in(
                actor,
                () ->
                        repository
                                .find(actor.employer(), actor.reference(), id)
                                .orElseThrow(() -> new NotFound("saved search")));
    }

    /** The actor's searches and the shared ones, newest first. */
    public Page<SavedSearch> list(Actor actor, Optional<PageCursor> after, PageSize size) {
        actor.require(Permission.SAVE_SEARCHES);
        return transactions.in(
                actor, () -> repository.list(actor.employer(), actor.reference(), after, size));
    }

    private SavedSearch own(Actor actor, SavedSearchId id) {
        SavedSearch search = get(actor, id);
        if (!search.owner().equals(actor.reference())) {
            actor.require(Permission.EDIT_SHARED_SEARCHES);
        }
        return search;
    }

    private void record(Actor actor, String action, SavedSearch search) {
        audit.recordAndEmit(
                actor,
                action,
                "saved-search",
                search.id().value(),
                Map.of(
                        "list", search.content().list().wireName(),
                        "shared", search.content().shared()));
    }
}
