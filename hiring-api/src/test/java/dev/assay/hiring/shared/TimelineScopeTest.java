package dev.assay.hiring.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.hiring.shared.TimelineEntry.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimelineScopeTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final UUID LOW = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final UUID HIGH = UUID.fromString("ffffffff-0000-7000-8000-000000000001");

    @Test
    void ordersNewestFirstAndIdsAsTheDatabaseDoes() {
        TimelineEntry early = entry(TimelineKind.DECIDED, NOON.minusSeconds(1), HIGH);
        TimelineEntry low = entry(TimelineKind.DECIDED, NOON, LOW);
        TimelineEntry high = entry(TimelineKind.DECIDED, NOON, HIGH);
        TimelineEntry another = entry(TimelineKind.SCORE_CHANGED, NOON, HIGH);
        List<TimelineEntry> mixed = new ArrayList<>(List.of(early, another, low, high));
        Collections.shuffle(mixed, new Random(7));

        assertThat(scope(Optional.empty(), 10).cut(mixed))
                .containsExactly(high, another, low, early);
    }

    @Test
    void beginsAtThePlaceAskedForAndTellsNoMoreThanAsked() {
        TimelineEntry newest = entry(TimelineKind.DECIDED, NOON.plusSeconds(1), LOW);
        TimelineEntry there = entry(TimelineKind.DECIDED, NOON, HIGH);
        TimelineEntry next = entry(TimelineKind.DECIDED, NOON, LOW);
        TimelineEntry last = entry(TimelineKind.DECIDED, NOON.minusSeconds(1), LOW);
        List<TimelineEntry> all = List.of(last, next, there, newest);

        assertThat(scope(Optional.of(new Position(NOON, HIGH)), 2).cut(all))
                .containsExactly(there, next);
    }

    @Test
    void leavesOutWhatIsNotWanted() {
        TimelineEntry notice = entry(TimelineKind.NOTICE_SENT, NOON, LOW);

        assertThat(scope(Optional.empty(), 10).cut(List.of(notice))).isEmpty();
    }

    @Test
    void disputesAndNoticesAreForWhoMayReadThem() {
        var team =
                new Actor.Person(
                        new EmployerId(LOW), HIGH, Set.of(EmployerRole.HIRING_TEAM), Set.of(LOW));
        var recruiter = new Actor.Person(new EmployerId(LOW), HIGH, Set.of(EmployerRole.RECRUITER));

        Set<TimelineKind> kept = EnumSet.allOf(TimelineKind.class);
        kept.removeIf(kind -> kind.isFor(team));

        assertThat(kept)
                .containsExactlyInAnyOrder(
                        TimelineKind.DISPUTE_OPENED,
                        TimelineKind.DISPUTE_CLOSED,
                        TimelineKind.NOTICE_SENT);
        assertThat(TimelineKind.values()).allMatch(kind -> kind.isFor(recruiter));
    }

    private static TimelineScope scope(Optional<Position> from, int atMost) {
        return new TimelineScope(
                Set.of(),
                Set.of(),
                Set.of(TimelineKind.DECIDED, TimelineKind.SCORE_CHANGED),
                from,
                atMost);
    }

    private static TimelineEntry entry(TimelineKind kind, Instant at, UUID id) {
        return new TimelineEntry(kind, at, id, Optional.empty(), Optional.empty(), Map.of());
    }
}
