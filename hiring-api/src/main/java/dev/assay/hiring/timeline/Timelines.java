package dev.assay.hiring.timeline;

import dev.assay.hiring.applications.Application;
import dev.assay.hiring.applications.Applications;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.candidates.Candidates;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.ApplicationSight;
import dev.assay.hiring.shared.NotFound;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.TimelineEntry;
import dev.assay.hiring.shared.TimelineEntry.Position;
import dev.assay.hiring.shared.TimelineKind;
import dev.assay.hiring.shared.TimelineScope;
import dev.assay.hiring.shared.TimelineTeller;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Timelines of people: their evidence and their applications, in one order of time. */
@Component
public class Timelines {

    private final Candidates candidates;
    private final Applications applications;
    private final ApplicationSight sight;
    private final List<TimelineTeller> tellers;
    private final TenantTransaction transactions;

    Timelines(
            Candidates candidates,
            Applications applications,
            ApplicationSight sight,
            List<TimelineTeller> tellers,
            TenantTransaction transactions) {
        this.candidates = candidates;
        this.applications = applications;
        this.sight = sight;
        this.tellers = List.copyOf(tellers);
        this.transactions = transactions;
    }

    /**
     * What happened to a candidate and to everybody who is the same person, newest first, as far as
     * the actor sees their applications; kinds they may not see are left out, asked for or not.
     *
     * @param kinds what is wanted
     * @throws NotFound when this employer has no such candidate, or erased them, or the actor sees
     *     none of their applications
     */
    public Page<TimelineEntry> of(
            Actor actor,
            CandidateId id,
            Set<TimelineKind> kinds,
            Optional<PageCursor> after,
            PageSize size) {
        actor.requireSomewhere(Permission.READ_APPLICATIONS);
        return transactions.in(
                actor,
                () -> {
                    candidates.get(actor, id);
                    TimelineScope scope =
                            scope(actor, id, kinds, after.map(Timelines::position), size);
                    List<TimelineEntry> told =
                            tellers.stream()
                                    .map(teller -> teller.tell(actor, scope))
                                    .flatMap(Collection::stream)
                                    .sorted(TimelineEntry.NEWEST_FIRST)
                                    .filter(entry -> after.isEmpty() || isPast(entry, after.get()))
                                    .limit(size.plusOne())
                                    .toList();
                    return Page.of(told, size, Timelines::cursor);
                });
    }

    private TimelineScope scope(
            Actor actor,
            CandidateId id,
            Set<TimelineKind> kinds,
            Optional<Position> from,
            PageSize size) {
        // Who a person is, is no secret of one job's; what is read of them is narrowed here.
        var reader = new Actor.Service(actor.employer(), "timeline");
        Set<CandidateId> person = candidates.samePersonIds(reader, id);
        Set<ApplicationId> seen =
                sight.seen(
                        actor,
                        applications.ofEach(reader, person).stream().map(Application::id).toList());
        return new TimelineScope(
                person.stream().map(CandidateId::person).collect(Collectors.toSet()),
                seen,
                kinds.stream().filter(kind -> kind.isFor(actor)).collect(Collectors.toSet()),
                from,
                // The place itself is asked for once more: another kind may stand there too.
                size.plusOne() + TimelineKind.values().length);
    }

    private static boolean isPast(TimelineEntry entry, PageCursor cursor) {
        int place = entry.position().compareTo(position(cursor));
        return place > 0
                || (place == 0
                        && entry.kind().wireName().compareTo(cursor.part(2, text -> text)) > 0);
    }

    private static Position position(PageCursor cursor) {
        return new Position(cursor.part(0, Instant::parse), cursor.part(1, UUID::fromString));
    }

    private static PageCursor cursor(TimelineEntry last) {
        return PageCursor.of(last.at(), last.id(), last.kind().wireName());
    }
}
