package dev.assay.hiring.platform.lists;

import dev.assay.hiring.platform.events.EventLog;
import dev.assay.hiring.platform.events.TouchedThing;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.problem.BadRequest;
import dev.assay.hiring.platform.problem.Refusal;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.InvalidInput;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.Sha256;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Reads lists page by page, and afterwards what changed in them. The token a walk ends with names
 * the last event that had its number when the walk began: whatever was not shown by then has a
 * higher number, or none yet, so nothing is missed between the two; something may be told twice.
 */
@Component
public class SyncedLists {

    /** How many events one page of changes looks at. */
    static final int WINDOW = 5_000;

    private final EventLog events;
    private final TenantTransaction transactions;
    private final Clock clock;

    SyncedLists(EventLog events, TenantTransaction transactions, Clock clock) {
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * A page of the list, or of what changed since a token was given out.
     *
     * @throws InvalidInput when the cursor is not one of this list, or a token comes with filters
     *     that cannot be kept in step with
     * @throws BadRequest when the token is none of this list with these filters
     * @throws Refusal when the token was good once, and the list has to be read anew
     */
    public <T> SyncPage<T> read(Actor actor, ListRequest request, SyncedList<T> list) {
        if (request.syncToken().isPresent() && !request.synced()) {
            throw new InvalidInput(
                    "/syncToken", "does not go with a search for words or assignees");
        }
        return transactions.in(
                actor,
                () ->
                        request.syncToken().isPresent()
                                ? changes(actor, request, request.syncToken().get(), list)
                                : walk(actor, request, list));
    }

    private <T> SyncPage<T> walk(Actor actor, ListRequest request, SyncedList<T> list) {
        int parts = request.keyParts();
        Optional<PageCursor> cursor =
                request.after().map(text -> PageCursor.parse(text, parts + 1));
        // Read before the rows are: what happens in between is told twice rather than never.
        long start =
                cursor.map(key -> key.part(parts, Long::parseLong))
                        .orElseGet(() -> events.head(actor));
        Page<T> page = list.page(cursor.map(key -> new PageCursor(key.key().subList(0, parts))));
        Optional<String> next = page.next().map(key -> withStart(key, start).encoded());
        return new SyncPage<>(
                page.items(),
                List.of(),
                next,
                next.isEmpty() && request.synced()
                        ? Optional.of(token(actor, request, start))
                        : Optional.empty());
    }

    private static PageCursor withStart(PageCursor key, long start) {
        List<String> parts = new ArrayList<>(key.key());
        parts.add(Long.toString(start));
        return new PageCursor(parts);
    }

    private <T> SyncPage<T> changes(
            Actor actor, ListRequest request, String text, SyncedList<T> list) {
        SyncToken token =
                SyncToken.parse(
                        text, listOf(actor, request), reachOf(request.reach()), clock.instant());
        long from =
                request.after()
                        .map(cursor -> PageCursor.parse(cursor, 1).part(0, Long::parseLong))
                        .orElse(token.sequence());
        long head = events.head(actor);
        if (from < 0 || from > head) {
            throw SyncToken.expired("What this token stands for is not in our log.");
        }
        long end = Math.min(head, from + WINDOW);
        List<TouchedThing> seen = new ArrayList<>();
        long reached = end;
        Set<UUID> distinct = new LinkedHashSet<>();
        for (TouchedThing thing : events.touched(actor, from, end, list.kinds())) {
            if (!distinct.contains(thing.id()) && distinct.size() == request.size().value()) {
                reached = thing.sequence() - 1;
                break;
            }
            distinct.add(thing.id());
            seen.add(thing);
        }
        Set<UUID> touched = seen.isEmpty() ? Set.of() : list.touched(seen);
        List<T> items = touched.isEmpty() ? List.of() : list.now(touched);
        Set<UUID> gone = new TreeSet<>(touched);
        items.forEach(item -> gone.remove(list.idOf(item)));
        return new SyncPage<>(
                items,
                List.copyOf(gone),
                reached < head ? Optional.of(PageCursor.of(reached).encoded()) : Optional.empty(),
                reached < head ? Optional.empty() : Optional.of(token(actor, request, reached)));
    }

    private String token(Actor actor, ListRequest request, long sequence) {
        return new SyncToken(
                        sequence, clock.instant(), listOf(actor, request), reachOf(request.reach()))
                .encoded();
    }

    private static String listOf(Actor actor, ListRequest request) {
        return fingerprint(
                String.join("\n", actor.employer().toString(), request.list(), request.filters()));
    }

    private static String reachOf(JobReach reach) {
        return switch (reach) {
            case JobReach.Everywhere() -> "all";
            case JobReach.Only(Set<UUID> jobs) -> fingerprint(new TreeSet<>(jobs).toString());
            case JobReach.Nowhere() -> "none";
        };
    }

    private static String fingerprint(String text) {
        return Sha256.hex(text, 10);
    }
}
