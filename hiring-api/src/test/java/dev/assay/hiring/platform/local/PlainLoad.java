package dev.assay.hiring.platform.local;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;

/**
 * What the same server does with the transactions of {@code pgbench -N} (change an account, look at
 * it, write a line of history) and {@code pgbench -S} (look at an account), for scale 10: the
 * embedded distribution has no pgbench, so these are sent over JDBC with prepared statements.
 */
final class PlainLoad {

    private static final int ACCOUNTS = 1_000_000;
    private static final int TELLERS = 100;
    private static final int BRANCHES = 10;

    private final DataSource source;

    PlainLoad(DataSource source) throws SQLException {
        this.source = source;
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema plain");
            statement.execute(
                    "create table plain.accounts (aid int not null, bid int, abalance int, filler char(84))"
                            + " with (fillfactor = 100)");
            statement.execute(
                    "create table plain.history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))");
            statement.execute(
                    "insert into plain.accounts select n, (n - 1) / 100000 + 1, 0, '' from generate_series(1, "
                            + ACCOUNTS
                            + ") n");
            statement.execute("alter table plain.accounts add primary key (aid)");
            statement.execute("vacuum analyze plain.accounts");
        }
    }

    /** Transactions a second of {@code pgbench -N}. */
    double changing(int clients, double seconds) throws Exception {
        return run(clients, seconds, PlainLoad::change);
    }

    /** Transactions a second of {@code pgbench -S}. */
    double looking(int clients, double seconds) throws Exception {
        return run(clients, seconds, PlainLoad::look);
    }

    private double run(int clients, double seconds, Client client) throws Exception {
        long begun = System.nanoTime();
        long end = begun + (long) (seconds * 1e9);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                all.add(() -> {
                    try (Connection connection = source.getConnection()) {
                        return client.until(end, connection);
                    }
                });
            }
            int done = 0;
            for (Future<Integer> one : threads.invokeAll(all)) {
                done += count(one);
            }
            return done / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private static int count(Future<Integer> client) throws Exception {
        try {
            return client.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("a client gave up", failure.getCause());
        }
    }

    private static int change(long end, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        int done = 0;
        try (PreparedStatement update =
                        connection.prepareStatement(
                                "update plain.accounts set abalance = abalance + ? where aid = ?");
                PreparedStatement select =
                        connection.prepareStatement(
                                "select abalance from plain.accounts where aid = ?");
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into plain.history (tid, bid, aid, delta, mtime) values (?, ?, ?, ?, current_timestamp)")) {
            while (System.nanoTime() < end) {
                ThreadLocalRandom chance = ThreadLocalRandom.current();
                int account = chance.nextInt(1, ACCOUNTS + 1);
                int delta = chance.nextInt(-5_000, 5_001);
                update.setInt(1, delta);
                update.setInt(2, account);
                update.executeUpdate();
                select.setInt(1, account);
                select.executeQuery().next();
                insert.setInt(1, chance.nextInt(1, TELLERS + 1));
                insert.setInt(2, chance.nextInt(1, BRANCHES + 1));
                insert.setInt(3, account);
                insert.setInt(4, delta);
                insert.executeUpdate();
                connection.commit();
                done++;
            }
        }
        return done;
    }

    private static int look(long end, Connection connection) throws SQLException {
        int done = 0;
        try (PreparedStatement select =
                connection.prepareStatement("select abalance from plain.accounts where aid = ?")) {
            while (System.nanoTime() < end) {
                select.setInt(1, ThreadLocalRandom.current().nextInt(1, ACCOUNTS + 1));
                select.executeQuery().next();
                done++;
            }
        }
        return done;
    }

    @FunctionalInterface
    private interface Client {
        int until(long end, Connection connection) throws SQLException;
    }
}
