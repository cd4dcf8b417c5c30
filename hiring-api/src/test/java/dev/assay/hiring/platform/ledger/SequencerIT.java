package dev.assay.hiring.platform.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.audit.AuditLog;
import dev.assay.hiring.platform.audit.ChainReport;
import dev.assay.hiring.platform.audit.Checkpoint;
import dev.assay.hiring.platform.events.Event;
import dev.assay.hiring.platform.events.EventLog;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.security.Employers;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Events;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers without a gap, whoever writes when; the node's own sequencer is at work throughout. */
@WithApplication
class SequencerIT {

    private static final int WRITERS = 8;
    private static final int DEEDS_A_WRITER = 40;
    private static final int TOLD_AT_ONCE = 30;

    private final ApplicationUnderTest node;
    private final TestDatabase database;
    private final TenantTransaction transactions;
    private final AuditTrail audit;
    private final Sequencer sequencer;

    private Actor actor = SampleMembers.administratorOf(SampleMembers.HARBOR);

    SequencerIT(ApplicationUnderTest node, TestDatabase database) {
        this.node = node;
        this.database = database;
        this.transactions = node.bean(TenantTransaction.class);
        this.audit = node.bean(AuditTrail.class);
        this.sequencer = node.bean(Sequencer.class);
    }

    @BeforeEach
    void atAnEmployerOfItsOwn() {
        var id = new EmployerId(NewIds.next());
        node.bean(Employers.class).establish(id, "e-" + id, "An employer", "org-" + id);
        actor = SampleMembers.administratorOf(id);
    }

    @Test
    void leavesNoGapAndNoDoubleWhileManyWriteAndSeveralSequence() throws Exception {
        var writing = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                writers.add(threads.submit(() -> deeds(DEEDS_A_WRITER)));
            }
            for (int i = 0; i < 2; i++) {
                writers.add(threads.submit(() -> tellings(DEEDS_A_WRITER / 4)));
            }
            List<Future<?>> sequencers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                sequencers.add(
                        threads.submit(() -> {
                            while (writing.get()) {
                                sequencer.run();
                            }
                        }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            writing.set(false);
            for (Future<?> running : sequencers) {
                running.get();
            }
        }

        int all = WRITERS * DEEDS_A_WRITER;
        ChainReport report = Eventually.get(this::verify, found -> found.end() == all);
        assertThat(report.isIntact()).as(report.toString()).isTrue();
        assertThat(report.unsealed()).isZero();
        int told = all + 2 * (DEEDS_A_WRITER / 4) * TOLD_AT_ONCE;
        List<Event> events = Eventually.get(this::events, found -> found.size() == told);
        assertThat(events.stream().map(Event::sequence))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, told).boxed().toList());
        assertThat(events.stream().map(Event::id)).doesNotHaveDuplicates();
    }

    @Test
    void numbersWhatCommitsLateAlthoughItWasWrittenEarly() throws Exception {
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> late =
                    threads.submit(() ->
                            transactions.in(
                                    actor,
                                    () -> {
                                        deed("test.early");
                                        written.countDown();
                                        await(commit);
                                    }));
            written.await();
            transactions.in(actor, () -> deed("test.quick"));
            Eventually.get(this::events, found -> found.size() == 1);
            commit.countDown();
            late.get();
        }

        List<Event> events = Eventually.get(this::events, found -> found.size() == 2);
        assertThat(events.stream().map(Event::type)).containsExactly("test.quick", "test.early");
        assertThat(events.getLast().id()).isLessThan(events.getFirst().id());
        assertThat(Eventually.get(this::verify, found -> found.end() == 2).isIntact()).isTrue();
    }

    @Test
    void placesWhatIsToldOfManyAtOnceAndAfterWhatWasToldBefore() {
        transactions.in(actor, () -> deed("test.before"));
        transactions.in(
                new Actor.Service(actor.employer(), "test"),
                () -> {
                    deed("test.beside");
                    tellOfMany();
                });

        List<Event> events = events();
        assertThat(events.stream().limit(3).map(Event::type))
                .containsExactly("test.before", "test.beside", "test.told");
        assertThat(events).hasSize(2 + TOLD_AT_ONCE);
        assertThat(events.stream().skip(2).map(event -> event.data().path("place").asInt()))
                .containsExactlyElementsOf(IntStream.range(0, TOLD_AT_ONCE).boxed().toList());
    }

    /** The transaction of a step is not to do another's long work. */
    @Test
    void leavesThemToTheSequencerWhenMoreThanABatchWaits() throws SQLException {
        int waiting = 1_100;
        owner(
                """
                insert into outbox_event (employer_id, id, occurred_at, type, subject_kind, subject_id, data)
                select '%1$s', gen_random_uuid(), now(), 'test.done', 'thing', gen_random_uuid(), '{}'
                from generate_series(1, %2$d)
                """
                        .formatted(actor.employer(), waiting));

        var service = new Actor.Service(actor.employer(), "test");
        transactions.in(
                service,
                () -> {
                    tellOfMany();
                    assertThat(node.bean(LedgerRepository.class).notesOf(actor.employer(), 10))
                            .hasSize(1);
                });

        List<Event> events =
                Eventually.get(this::events, found -> found.size() == waiting + TOLD_AT_ONCE);
        assertThat(events.getLast().sequence()).isEqualTo(waiting + TOLD_AT_ONCE);
    }

    @Test
    void leavesOneNoteATransactionAndTakesItAwayWhenAllIsNumbered() {
        transactions.in(
                new Actor.Service(actor.employer(), "test"),
                () -> {
                    deed("test.first");
                    deed("test.second");
                    // Nobody else sees the notes of this transaction, so all there are are ours.
                    assertThat(node.bean(LedgerRepository.class).notesOf(actor.employer(), 10))
                            .hasSize(1);
                });

        Eventually.get(this::notes, count -> count == 0);
        assertThat(verify().unsealed()).isZero();
    }

    /** More rows than one employer's turn takes. */
    @Test
    void drainsMoreThanATurnTakes() throws SQLException {
        int rows = 10_700;
        owner(
                """
                insert into audit_entry (employer_id, id, occurred_at, actor, action, subject_kind, subject_id, detail)
                select '%1$s', gen_random_uuid(), now(), 'service:test', 'test.done', 'thing', gen_random_uuid(), '{"a": 1}'
                from generate_series(1, %2$d)
                """
                        .formatted(actor.employer(), rows));
        owner(
                "insert into ledger_note (employer_id, id, noted_at) values ('%s', gen_random_uuid(), now())"
                        .formatted(actor.employer()));

        ChainReport report = Eventually.get(this::verify, found -> found.end() == rows);

        assertThat(report.isIntact()).as(report.toString()).isTrue();
    }

    private void deeds(int count) {
        for (int i = 0; i < count; i++) {
            transactions.in(actor, () -> deed("test.done"));
        }
    }

    private void tellings(int count) {
        for (int i = 0; i < count; i++) {
            transactions.in(new Actor.Service(actor.employer(), "test"), this::tellOfMany);
        }
    }

    private void tellOfMany() {
        Map<UUID, String> told = new LinkedHashMap<>();
        for (int i = 0; i < TOLD_AT_ONCE; i++) {
            told.put(UUID.randomUUID(), "{\"place\":%d}".formatted(i));
        }
        node.bean(Events.class)
                .emitEach(new Actor.Service(actor.employer(), "test"), "test.told", "thing", told);
    }

    private void deed(String action) {
        audit.recordAndEmit(actor, action, "thing", UUID.randomUUID(), Map.of("figure", 1));
    }

    private ChainReport verify() {
        return node.bean(AuditLog.class).verify(actor, Checkpoint.BEGINNING);
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        EventLog log = node.bean(EventLog.class);
        List<Event> page = log.after(actor, 0, Optional.empty(), new PageSize(200)).items();
        while (!page.isEmpty()) {
            events.addAll(page);
            page =
                    log.after(actor, page.getLast().sequence(), Optional.empty(), new PageSize(200))
                            .items();
        }
        return events;
    }

    private int notes() {
        return transactions.withoutTenantAsWorker(
                () -> node.bean(LedgerRepository.class).notesOf(actor.employer(), 10).size());
    }

    private void owner(String sql) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", interrupted);
        }
    }
}
