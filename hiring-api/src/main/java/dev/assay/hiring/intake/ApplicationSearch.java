package dev.assay.hiring.intake;

import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.events.TouchedThing;
import dev.assay.hiring.platform.lists.ListRequest;
import dev.assay.hiring.platform.lists.SyncPage;
import dev.assay.hiring.platform.lists.SyncedList;
import dev.assay.hiring.platform.lists.SyncedLists;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds applications, of all jobs the actor sees. */
@Component
public class ApplicationSearch {

    private static final String APPLICATION = "application";
    private static final String CANDIDATE = "candidate";

    private final ApplicationSearchRepository repository;
    private final Applications applications;
    private final SyncedLists lists;

    ApplicationSearch(
            ApplicationSearchRepository repository, Applications applications, SyncedLists lists) {
        this.repository = repository;
        this.applications = applications;
        this.lists = lists;
    }

    /**
     * A page of the applications that satisfy the filter; or, with a token that an earlier last
     * page gave out, what changed in that list since. A search for words or assignees gives out no
     * token.
     *
     * @throws InvalidInput when the cursor is not one of this list and order
     */
    public SyncPage<ListedApplication> list(
            Actor actor,
            ApplicationFilter filter,
            ApplicationOrder order,
            Optional<String> after,
            Optional<String> syncToken,
            PageSize size) {
        JobReach reach = actor.requireSomewhere(Permission.READ_APPLICATIONS);
        ListRequest request =
                new ListRequest(
                        "applications",
                        2,
                        filter.canonical(),
                        filter.canBeKeptInStep(),
                        reach,
                        after,
                        syncToken,
                        size);
        return lists.read(actor, request, new Found(actor, reach, filter, order, size));
    }

    /** The list as one actor sees it through one filter. */
    private final class Found implements SyncedList<ListedApplication> {

        private final Actor actor;
        private final JobReach reach;
        private final ApplicationFilter filter;
        private final ApplicationOrder order;
        private final PageSize size;

        Found(
                Actor actor,
                JobReach reach,
                ApplicationFilter filter,
                ApplicationOrder order,
                PageSize size) {
            this.actor = actor;
            this.reach = reach;
            this.filter = filter;
            this.order = order;
            this.size = size;
        }

        @Override
        public Page<ListedApplication> page(Optional<PageCursor> after) {
            return repository.list(actor.employer(), reach, filter, order, after, size);
        }

        @Override
        public Set<String> kinds() {
            return Set.of(APPLICATION, CANDIDATE);
        }

        /** An erasure takes decided applications off the rankings, and tells of the candidate. */
        @Override
        public Set<UUID> touched(Collection<TouchedThing> things) {
            Set<UUID> ids = new HashSet<>(of(APPLICATION, things));
            List<CandidateId> people =
                    of(CANDIDATE, things).stream().map(CandidateId::new).toList();
            if (!people.isEmpty()) {
                ids.addAll(repository.ofEach(actor.employer(), people));
            }
            if (reach instanceof JobReach.Everywhere) {
                return ids;
            }
            // Of applications to other jobs the actor does not even learn the ids.
            Set<UUID> seen = new HashSet<>();
            applications
                    .withIds(actor, ids.stream().map(ApplicationId::new).toList())
                    .keySet()
                    .forEach(id -> seen.add(id.value()));
            return seen;
        }

        private static List<UUID> of(String kind, Collection<TouchedThing> things) {
            return things.stream()
                    .filter(thing -> thing.kind().equals(kind))
                    .map(TouchedThing::id)
                    .toList();
        }

        @Override
        public List<ListedApplication> now(Set<UUID> ids) {
            return repository.withIds(actor.employer(), reach, filter, ids);
        }

        @Override
        public UUID idOf(ListedApplication item) {
            return item.id().value();
        }
    }
}
