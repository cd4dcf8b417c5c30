package dev.assay.hiring.platform.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.platform.persistence.BareTransactions;
import dev.assay.hiring.platform.trace.TraceId;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.testkit.SetClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Employers with work are visited when it is due, and no note gets lost. */
@WithDatabase
class WorkLoopIT {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final SetClock clock = new SetClock(NOW);
    private final EmployerId employer = new EmployerId(UUID.randomUUID());
    private final BareTransactions transactions;
    private final EmployerWork work;
    private final WorkLoop loop;
    private final Batches task = new Batches("topic-" + UUID.randomUUID());

    WorkLoopIT(TestDatabase database) throws SQLException {
        transactions = BareTransactions.of(database);
        var repository = new EmployerWorkRepository(transactions.sql());
        work = new EmployerWork(repository, transactions.door(), clock);
        loop = new WorkLoop(transactions.door(), repository, clock);
        try (Connection connection = database.ownerDataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into employer (id, alias, name, created_at) values (?, ?, 'Test', now())")) {
            insert.setObject(1, employer.value());
            insert.setString(2, employer.toString());
            insert.execute();
        }
    }

    @Test
    void visitsAnEmployerWithWorkOnceAndNotAgain() {
        note();

        loop.run(task);
        loop.run(task);

        assertThat(task.visited).containsExactly(employer);
    }

    @Test
    void comesBackForMore() {
        note();
        task.more = true;
        loop.run(task);
        task.more = false;

        loop.run(task);
        loop.run(task);

        assertThat(task.visited).hasSize(2);
    }

    @Test
    void comesBackAfterAFault() {
        note();
        task.during =
                () -> {
                    throw new IllegalStateException("not today");
                };
        loop.run(task);
        task.during = () -> {};

        loop.run(task);

        assertThat(task.visited).hasSize(2);
    }

    @Test
    void leavesWorkForLaterUntilItIsDue() {
        noteAt(NOW.plus(HOUR));

        loop.run(task);
        clock.advance(HOUR.minusNanos(1_000));
        loop.run(task);
        assertThat(task.visited).isEmpty();

        clock.advance(Duration.ofNanos(1_000));
        loop.run(task);
        assertThat(task.visited).hasSize(1);
    }

    @Test
    void doesWhatIsDueFirstWhicheverWasNotedFirst() {
        noteAt(NOW);
        noteAt(NOW.plus(HOUR));

        loop.run(task);

        assertThat(task.visited).hasSize(1);
    }

    @Test
    void doesAtOnceWhatIsNotedAtOnceWhateverTheClockSays() {
        noteAt(NOW.plus(HOUR));
        note();
        clock.advance(HOUR.negated());

        loop.run(task);

        assertThat(task.visited).hasSize(1);
    }

    @Test
    void comesBackWhenTheTaskSaysThatTheRestIsDue() {
        note();
        task.next = Optional.of(NOW.plus(HOUR));

        loop.run(task);
        loop.run(task);
        assertThat(task.visited).hasSize(1);

        task.next = Optional.empty();
        clock.advance(HOUR);
        loop.run(task);
        loop.run(task);
        assertThat(task.visited).hasSize(2);
    }

    @Test
    void keepsWhatIsNotedWhileItWorksAlsoWithinOneTickOfTheClock() {
        note();
        task.during = this::note;
        loop.run(task);
        task.during = () -> {};

        loop.run(task);
        loop.run(task);

        assertThat(task.visited).hasSize(2);
    }

    @Test
    void keepsWhatIsNotedWhileItWorksByANodeWhoseClockIsBehind() {
        note();
        task.during =
                () -> {
                    clock.advance(HOUR.negated());
                    note();
                    clock.advance(HOUR);
                };
        task.next = Optional.of(NOW.plus(HOUR));
        loop.run(task);
        task.during = () -> {};

        loop.run(task);

        assertThat(task.visited).hasSize(2);
    }

    @Test
    void goesOnInTheTraceTheWorkWasBornIn() {
        TraceId born = TraceId.next();
        born.run(this::note);
        task.during = () -> task.traces.add(TraceId.current());

        loop.run(task);

        assertThat(task.traces).containsExactly(Optional.of(born));
        assertThat(TraceId.current()).isEmpty();
    }

    @Test
    void givesWorkThatNoTraceBroughtAboutOneOfItsOwn() {
        note();
        task.during = () -> task.traces.add(TraceId.current());

        loop.run(task);

        assertThat(task.traces).singleElement().satisfies(trace -> assertThat(trace).isPresent());
    }

    private void note() {
        inTransaction(() -> work.note(task.topic(), employer));
    }

    private void noteAt(Instant due) {
        inTransaction(() -> work.noteAt(task.topic(), employer, due));
    }

    private void inTransaction(Runnable deed) {
        transactions.door().in(new Actor.Service(employer, "test"), deed);
    }

    private static final class Batches implements EmployerTask {
        private final String topic;
        private final List<EmployerId> visited = new ArrayList<>();
        private final List<Optional<TraceId>> traces = new ArrayList<>();
        private boolean more;
        private Optional<Instant> next = Optional.empty();
        private Runnable during = () -> {};

        Batches(String topic) {
            this.topic = topic;
        }

        @Override
        public String topic() {
            return topic;
        }

        @Override
        public boolean runBatch(Actor.Service actor) {
            visited.add(actor.employer());
            during.run();
            return more;
        }

        @Override
        public Optional<Instant> nextDue(Actor.Service actor) {
            return next;
        }
    }
}
