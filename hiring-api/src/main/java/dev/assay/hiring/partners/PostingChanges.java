package dev.assay.hiring.partners;

import dev.assay.hiring.jobs.Jobs;
import dev.assay.hiring.partners.SyncPoint.Place;
import dev.assay.hiring.platform.events.EventLog;
import dev.assay.hiring.platform.events.TouchedThing;
import dev.assay.hiring.platform.lists.SyncPage;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.problem.Refusal;
import dev.assay.hiring.postings.Posting;
import dev.assay.hiring.postings.PostingIndex;
import dev.assay.hiring.postings.PublishedPostings;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.CallingPartner;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * What changed in a partner's postings since it looked last, at each employer by its own event log.
 * Where an employer granted something else since, its postings are told whole, and what was granted
 * before and is not listed now as gone. Something may be told twice; nothing is left out.
 */
@Component
class PostingChanges {

    private static final Duration GOOD_FOR = Duration.ofDays(90);

    /** So many walks a partner's client may begin before the oldest one's token ends. */
    private static final int KEPT = 1_000;

    /** The walk that these changes end with, employer, job. */
    private static final int CURSOR_PARTS = 3;

    /** As PostgreSQL orders them; Java compares them as signed numbers. */
    private static final Comparator<UUID> BY_TEXT = Comparator.comparing(UUID::toString);

    private final SyncPointRepository points;
    private final PostingIndex index;
    private final Jobs jobs;
    private final PublishedPostings published;
    private final EventLog events;
    private final TenantTransaction transactions;
    private final Clock clock;

    PostingChanges(
            SyncPointRepository points,
            PostingIndex index,
            Jobs jobs,
            PublishedPostings published,
            EventLog events,
            TenantTransaction transactions,
            Clock clock) {
        this.points = points;
        this.index = index;
        this.jobs = jobs;
        this.published = published;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Notes how far each employer's events go at present: from here on a copy is kept in step. */
    UUID begin(CallingPartner caller) {
        Instant now = clock.instant();
        List<Place> places = new ArrayList<>();
        for (Actor.Partner grant : caller.grants()) {
            JobReach reach = grant.reach(Permission.PULL_POSTINGS);
            if (!(reach instanceof JobReach.Nowhere)) {
                places.add(new Place(grant.employer(), events.head(grant.atWork()), reach));
            }
        }
        SyncPoint point = new SyncPoint(NewIds.next(), caller.partner(), now, places);
        transactions.withoutTenantAsWorker(() -> {
            points.insert(point);
            points.trim(caller.partner(), now.minus(GOOD_FOR), KEPT);
            return true;
        });
        return point.id();
    }

    static String token(UUID point) {
        return PageCursor.of("p", point).encoded();
    }

    SyncPage<Posting> since(
            CallingPartner caller, String token, Optional<String> after, PageSize size) {
        SyncPoint from =
                point(caller, pointOf(token))
                        .filter(found -> !found.begunAt().plus(GOOD_FOR).isBefore(clock.instant()))
                        .orElseThrow(PostingChanges::expired);
        Optional<PageCursor> cursor = after.map(text -> PageCursor.parse(text, CURSOR_PARTS));
        UUID next = cursor.map(at -> at.part(0, UUID::fromString)).orElseGet(() -> begin(caller));
        SyncPoint to = point(caller, next).orElseThrow(PostingChanges::foreignCursor);
        return page(caller, from, to, cursor, size.value());
    }

    private SyncPage<Posting> page(
            CallingPartner caller,
            SyncPoint from,
            SyncPoint to,
            Optional<PageCursor> cursor,
            int size) {
        Optional<String> reached = cursor.map(at -> at.part(1, UUID::fromString).toString());
        List<Posting> items = new ArrayList<>();
        List<UUID> gone = new ArrayList<>();
        int room = size;
        for (EmployerId employer : employers(from, to)) {
            String id = employer.toString();
            if (reached.filter(last -> id.compareTo(last) < 0).isPresent()) {
                continue;
            }
            Optional<UUID> last =
                    cursor.filter(_ -> reached.equals(Optional.of(id)))
                            .map(at -> at.part(2, UUID::fromString));
            var step = new Step(employer, place(from, employer), place(to, employer), from, to);
            List<UUID> touched = touched(caller, step, last, room + 1);
            boolean more = touched.size() > room;
            List<UUID> shown = more ? touched.subList(0, room) : touched;
            tell(caller, step, shown, items, gone);
            room -= shown.size();
            if (more) {
                UUID reachedJob = shown.isEmpty() ? last.orElse(new UUID(0, 0)) : shown.getLast();
                return new SyncPage<>(
                        items,
                        gone,
                        Optional.of(PageCursor.of(to.id(), employer, reachedJob).encoded()),
                        Optional.empty());
            }
        }
        return new SyncPage<>(items, gone, Optional.empty(), Optional.of(token(to.id())));
    }

    /** What may have changed at one employer, by id, of what was ever open. */
    private List<UUID> touched(CallingPartner caller, Step step, Optional<UUID> after, int limit) {
        if (step.isAnew()) {
            return index.after(step.employer(), step.wider(), after, limit);
        }
        Place was = step.was().orElseThrow();
        Place is = step.is().orElseThrow();
        Actor.Service actor = new Actor.Service(step.employer(), "partner:" + caller.partner());
        SortedSet<UUID> ids = new TreeSet<>(BY_TEXT);
        transactions.in(
                actor,
                () -> {
                    jobs.expired(actor, is.reach(), step.from().begunAt(), step.to().begunAt())
                            .forEach(job -> ids.add(job.value()));
                    if (is.sequence() > was.sequence()) {
                        events.touched(actor, was.sequence(), is.sequence(), Set.of("job")).stream()
                                .map(TouchedThing::id)
                                .filter(is.reach()::covers)
                                .forEach(ids::add);
                    }
                });
        after.ifPresent(last -> ids.removeIf(id -> BY_TEXT.compare(id, last) <= 0));
        if (ids.isEmpty()) {
            return List.of();
        }
        // A draft is nobody's business, not even its id.
        Set<UUID> opened = index.opened(step.employer(), ids);
        return ids.stream().filter(opened::contains).limit(limit).toList();
    }

    private void tell(
            CallingPartner caller,
            Step step,
            Collection<UUID> ids,
            List<Posting> items,
            List<UUID> gone) {
        if (ids.isEmpty()) {
            return;
        }
        List<Posting> open =
                caller.grants().stream()
                        .filter(grant -> grant.employer().equals(step.employer()))
                        .filter(grant ->
                                !(grant.reach(Permission.PULL_POSTINGS)
                                        instanceof JobReach.Nowhere))
                        .findFirst()
                        .map(grant ->
                                published.openAmong(
                                        grant.atWork(), grant.reach(Permission.PULL_POSTINGS), ids))
                        .orElse(List.of());
        Set<UUID> listed =
                open.stream()
                        .map(posting -> posting.job().id().value())
                        .collect(Collectors.toSet());
        items.addAll(open);
        ids.stream()
                .filter(id -> !listed.contains(id))
                .filter(id -> step.was().filter(was -> was.reach().covers(id)).isPresent())
                .forEach(gone::add);
    }

    private static Collection<EmployerId> employers(SyncPoint from, SyncPoint to) {
        Set<String> ids = new TreeSet<>();
        from.places().forEach(place -> ids.add(place.employer().toString()));
        to.places().forEach(place -> ids.add(place.employer().toString()));
        return ids.stream().map(id -> new EmployerId(UUID.fromString(id))).toList();
    }

    private static Optional<Place> place(SyncPoint point, EmployerId employer) {
        return point.places().stream()
                .filter(place -> place.employer().equals(employer))
                .findFirst();
    }

    private Optional<SyncPoint> point(CallingPartner caller, UUID id) {
        return transactions.withoutTenantAsWorker(() -> points.find(caller.partner(), id));
    }

    private static UUID pointOf(String token) {
        try {
            PageCursor parts = PageCursor.parse(token, 2);
            if (parts.key().getFirst().equals("p")) {
                return parts.part(1, UUID::fromString);
            }
        } catch (InvalidInput notOurs) {
            throw foreignToken();
        }
        throw foreignToken();
    }

    private static BadRequest foreignToken() {
        return new BadRequest(
                "foreign-sync-token",
                "This list gave out no such token. Read it anew, from its first page.");
    }

    private static Refusal expired() {
        return new Refusal(
                HttpStatus.GONE,
                "sync-token-expired",
                "This token is good no longer. Read the list anew, from its first page.");
    }

    private static InvalidInput foreignCursor() {
        return new InvalidInput("/after", "is not a cursor this list gave out");
    }

    /** One employer's part of what changed between two moments. */
    private record Step(
            EmployerId employer,
            Optional<Place> was,
            Optional<Place> is,
            SyncPoint from,
            SyncPoint to) {

        /** Whether something else is granted than was. */
        boolean isAnew() {
            return !was.map(Place::reach).equals(is.map(Place::reach));
        }

        /** The jobs that were granted, or are. */
        JobReach wider() {
            Set<UUID> jobs = new HashSet<>();
            for (Optional<Place> place : List.of(was, is)) {
                switch (place.map(Place::reach).orElse(new JobReach.Nowhere())) {
                    case JobReach.Everywhere all -> {
                        return all;
                    }
                    case JobReach.Only(Set<UUID> some) -> jobs.addAll(some);
                    case JobReach.Nowhere() -> {}
                }
            }
            return new JobReach.Only(jobs);
        }
    }
}
