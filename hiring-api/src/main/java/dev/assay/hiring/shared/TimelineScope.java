package dev.assay.hiring.shared;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What of a person's timeline is asked for; whoever asks has narrowed it to what the actor sees.
 *
 * @param people who the person is, by each of their ids
 * @param applications theirs, as far as the actor sees them
 * @param kinds what is wanted
 * @param from the first place that is wanted; all before it is known already
 * @param atMost as many from there on are enough
 */
public record TimelineScope(
        Set<PersonId> people,
        Set<ApplicationId> applications,
        Set<TimelineKind> kinds,
        Optional<TimelineEntry.Position> from,
        int atMost) {

    public TimelineScope {
        people = Set.copyOf(people);
        applications = Set.copyOf(applications);
        kinds = Set.copyOf(kinds);
    }

    public boolean wants(TimelineKind kind) {
        return kinds.contains(kind);
    }

    public boolean wantsAnyOf(TimelineKind... some) {
        return Stream.of(some).anyMatch(kinds::contains);
    }

    public List<UUID> applicationIds() {
        return applications.stream().map(ApplicationId::value).toList();
    }

    /** Those of these entries that are asked for, in order. */
    public List<TimelineEntry> cut(Collection<TimelineEntry> entries) {
        return entries.stream()
                .filter(entry -> wants(entry.kind()))
                .filter(entry ->
                        from.filter(start -> entry.position().compareTo(start) < 0).isEmpty())
                .sorted(TimelineEntry.NEWEST_FIRST)
                .limit(atMost)
                .toList();
    }
}
