package dev.assay.hiring.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.hiring.platform.persistence.TenantTransaction;
import dev.assay.hiring.platform.privacy.EmployerVault;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.AuditTrail;
import dev.assay.hiring.shared.Conflict;
import dev.assay.hiring.testkit.ApplicationUnderTest;
import dev.assay.hiring.testkit.Eventually;
import dev.assay.hiring.testkit.SampleMembers;
import dev.assay.hiring.testkit.WithApplication;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Long work of five items, with whatever may come in between. */
@WithApplication
class OperationRunnerIT {

    private static final Actor ACTOR = SampleMembers.administratorOf(SampleMembers.HARBOR);
    private static final byte[] INPUT = "the input".getBytes(StandardCharsets.UTF_8);

    private final ApplicationUnderTest node;
    private final TestDatabase database;
    private final Operations operations;

    OperationRunnerIT(ApplicationUnderTest node, TestDatabase database) {
        this.node = node;
        this.database = database;
        this.operations = node.bean(Operations.class);
    }

    @Test
    void isDoneStepByStepWithProgressAndErrors() throws SQLException {
        var counting =
                new Counting((item, run) -> {
                    assertThat(run.input()).isEqualTo(INPUT);
                    assertThat(run.actor()).isEqualTo(ACTOR);
                    assertThat(run.parameters()).isEqualTo(Map.of("of", "test"));
                });
        OperationId id = accept(counting);

        assertThat(run(counting, id)).isTrue();

        Operation over = operations.get(ACTOR, id);
        assertThat(over.state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(over.done()).isEqualTo(5);
        assertThat(over.total()).contains(5L);
        assertThat(over.result()).contains("/v1/somewhere");
        assertThat(over.errorCount()).isEqualTo(1);
        assertThat(operations.errors(ACTOR, id))
                .containsExactly(new OperationError(3, "odd", "/odd", "is odd"));
        assertThat(counting.effects).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(inputs(id)).isZero();
    }

    @Test
    void goesOnAfterACrashWhereTheLastStepEnded() {
        var crashed = new ArrayList<Long>();
        var counting =
                new Counting((item, run) -> {
                    if (item == 3 && crashed.isEmpty()) {
                        crashed.add(item);
                        throw new IllegalStateException("a crash");
                    }
                });
        OperationId id = accept(counting);

        assertThatThrownBy(() -> run(counting, id)).hasMessage("a crash");
        assertThat(operations.get(ACTOR, id).state()).isEqualTo(OperationState.QUEUED);
        assertThat(operations.get(ACTOR, id).done()).isEqualTo(2);
        assertThat(run(counting, id)).isTrue();

        assertThat(operations.get(ACTOR, id).done()).isEqualTo(5);
        assertThat(counting.effects).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    /** As after kill -9: the row says running, and nobody is. */
    @Test
    void takesOverFromARunThatIsGivenUpForDeadAndLetsItChangeNothing() {
        var other = new Counting((item, run) -> {});
        var zombie =
                new Counting(
                        other.name(),
                        (item, run) -> {
                            if (item == 3) {
                                assertThat(run(other, run.id())).isTrue();
                            }
                        });
        OperationId id = accept(zombie);

        assertThat(run(zombie, id)).isTrue();

        assertThat(zombie.effects).containsExactly(1L, 2L);
        assertThat(other.effects).containsExactly(3L, 4L, 5L);
        assertThat(operations.get(ACTOR, id).done()).isEqualTo(5);
        assertThat(operations.get(ACTOR, id).state()).isEqualTo(OperationState.SUCCEEDED);
    }

    @Test
    void stopsAfterTheStepItIsAtWhenAskedTo() throws SQLException {
        var counting =
                new Counting((item, run) -> {
                    if (item == 3) {
                        operations.cancel(ACTOR, run.id());
                        operations.cancel(ACTOR, run.id());
                    }
                });
        OperationId id = accept(counting);

        assertThat(run(counting, id)).isTrue();

        assertThat(operations.get(ACTOR, id).state()).isEqualTo(OperationState.CANCELLED);
        assertThat(counting.effects).containsExactly(1L, 2L);
        assertThat(inputs(id)).isZero();
        assertThatThrownBy(() -> operations.cancel(ACTOR, id)).isInstanceOf(Conflict.class);
    }

    @Test
    void aLongStepLearnsThatItIsNoLongerWanted() throws SQLException {
        var counting =
                new Counting((item, run) -> {
                    if (item == 2) {
                        assertThat(run.unwanted().getAsBoolean()).isFalse();
                        operations.cancel(ACTOR, run.id());
                        assertThat(Eventually.get(run.unwanted()::getAsBoolean, asked -> asked))
                                .isTrue();
                        throw new CancellationException("given up");
                    }
                });
        OperationId id = accept(counting);

        assertThat(run(counting, id)).isTrue();

        assertThat(operations.get(ACTOR, id).state()).isEqualTo(OperationState.CANCELLED);
        assertThat(counting.effects).containsExactly(1L);
        assertThat(inputs(id)).isZero();
    }

    @Test
    void aLongStepGivenUpByAStoppingNodeIsTakenUpByAnother() {
        var counting =
                new Counting((item, run) -> {
                    if (item == 2 && run.unwanted().getAsBoolean()) {
                        throw new CancellationException("given up");
                    }
                });
        OperationId id = accept(counting);
        var looks = new AtomicInteger();

        assertThat(runner(counting).run(ACTOR.employer(), id, () -> looks.incrementAndGet() > 2))
                .isFalse();
        assertThat(operations.get(ACTOR, id).state()).isEqualTo(OperationState.QUEUED);
        assertThat(run(counting, id)).isTrue();

        assertThat(operations.get(ACTOR, id).state()).isEqualTo(OperationState.SUCCEEDED);
        assertThat(counting.effects).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void neverBeginsWhenCancelledBefore() throws SQLException {
        var counting = new Counting((item, run) -> {});
        OperationId id = accept(counting);

        assertThat(operations.cancel(ACTOR, id).state()).isEqualTo(OperationState.CANCELLED);
        assertThat(run(counting, id)).isTrue();

        assertThat(counting.effects).isEmpty();
        assertThat(inputs(id)).isZero();
    }

    @Test
    void failsForGoodOnWhatTheApiRefuses() throws SQLException {
        var counting =
                new Counting((item, run) -> {
                    if (item == 2) {
                        throw new Conflict("no-more", "No more of these.");
                    }
                });
        OperationId id = accept(counting);

        assertThat(run(counting, id)).isTrue();

        assertThat(operations.get(ACTOR, id).state()).isEqualTo(OperationState.FAILED);
        assertThat(operations.errors(ACTOR, id))
                .containsExactly(new OperationError(0, "no-more", "", "No more of these."));
        assertThat(inputs(id)).isZero();
    }

    @Test
    void leavesTheRestToAnotherNodeWhenThisOneStops() {
        var counting = new Counting((item, run) -> {});
        OperationId id = accept(counting);

        assertThat(runner(counting).run(ACTOR.employer(), id, () -> counting.effects.size() == 2))
                .isFalse();
        assertThat(operations.get(ACTOR, id).state()).isEqualTo(OperationState.QUEUED);
        assertThat(run(counting, id)).isTrue();

        assertThat(counting.effects).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void leavesAKindItDoesNotKnowToANodeThatDoes() {
        OperationId id = accept(new Counting((item, run) -> {}));

        assertThat(node.bean(OperationRunner.class).run(ACTOR.employer(), id, () -> false))
                .isFalse();
        assertThat(operations.get(ACTOR, id).state()).isEqualTo(OperationState.QUEUED);
    }

    @Test
    void keepsAThousandErrorsAndCountsAll() {
        List<OperationError> errors =
                LongStream.rangeClosed(1, 1_001)
                        .mapToObj(item -> new OperationError(item, "odd", "", "is odd"))
                        .toList();
        OperationKind kind =
                new OperationKind() {
                    @Override
                    public String name() {
                        return "test-errors";
                    }

                    @Override
                    public Step next(OperationRun run) {
                        return () ->
                                new Progress(
                                        1_001,
                                        Optional.of(1_001L),
                                        "end",
                                        errors,
                                        Optional.of("/v1/somewhere"));
                    }
                };
        OperationId id = accept(kind);

        assertThat(run(kind, id)).isTrue();

        assertThat(operations.get(ACTOR, id).errorCount()).isEqualTo(1_001);
        assertThat(operations.errors(ACTOR, id)).hasSize(1_000);
    }

    private OperationId accept(OperationKind kind) {
        return operations
                .accept(ACTOR, new NewOperation(kind.name(), Map.of("of", "test"), INPUT))
                .id();
    }

    private boolean run(OperationKind kind, OperationId id) {
        return runner(kind).run(ACTOR.employer(), id, () -> false);
    }

    private OperationRunner runner(OperationKind kind) {
        return new OperationRunner(
                List.of(kind),
                node.bean(OperationRepository.class),
                node.bean(TenantTransaction.class),
                node.bean(EmployerVault.class),
                node.bean(AuditTrail.class),
                new SimpleMeterRegistry(),
                node.bean(Clock.class));
    }

    private int inputs(OperationId id) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "select count(*) from operation_input where operation_id = '"
                                        + id
                                        + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Counts to five, an item a step; unknown to the node, whose own worker leaves it alone. */
    private static final class Counting implements OperationKind {

        private final String name;
        private final BiConsumer<Long, OperationRun> before;
        private final List<Long> effects = new ArrayList<>();

        Counting(BiConsumer<Long, OperationRun> before) {
            this("test-" + UUID.randomUUID(), before);
        }

        Counting(String name, BiConsumer<Long, OperationRun> before) {
            this.name = name;
            this.before = before;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Step next(OperationRun run) {
            long item = run.checkpoint().map(Long::parseLong).orElse(0L) + 1;
            assertThat(run.done()).isEqualTo(item - 1);
            before.accept(item, run);
            return () -> {
                effects.add(item);
                return new Progress(
                        1,
                        Optional.of(5L),
                        String.valueOf(item),
                        item == 3
                                ? List.of(new OperationError(item, "odd", "/odd", "is odd"))
                                : List.of(),
                        item == 5 ? Optional.of("/v1/somewhere") : Optional.empty());
            };
        }
    }
}
