package dev.assay.hiring.platform.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What drills that kill a node at its work have in common. */
final class Drill {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(10);

    private Drill() {}

    /** For longer than other tests wait: a node starts in between. */
    static void await(Condition condition) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it did not come about in " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /**
     * Starts a node again that was killed. Others would wait for some heartbeats before they take
     * over its work; this node is dead for sure.
     */
    static void relaunch(NodeProcess node, KillableDatabase database) throws SQLException {
        for (String table : List.of("scheduled_tasks", "long_work")) {
            execute(
                    database,
                    "update %s set last_heartbeat = now() - interval '1 hour' where picked"
                            .formatted(table));
        }
        node.relaunch();
    }

    static void execute(KillableDatabase database, String sql) throws SQLException {
        try (Connection connection = database.owner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Each of these types was told once of so many things, and all events have their numbers. */
    static void assertToldOfOnce(KillableDatabase database, int things, String... types)
            throws SQLException {
        await(() ->
                KillDrillIT.count(
                                database,
                                "select count(*) from outbox_event where sequence is null")
                        == 0);
        for (String type : types) {
            for (String what : new String[] {"*", "distinct subject_id"}) {
                assertThat(
                                KillDrillIT.count(
                                        database,
                                        "select count(%s) from outbox_event where type = '%s'"
                                                .formatted(what, type)))
                        .as(type)
                        .isEqualTo(things);
            }
        }
        assertThat(KillDrillIT.count(database, "select max(sequence) - count(*) from outbox_event"))
                .as("a gap in the events")
                .isZero();
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws SQLException;
    }
}
