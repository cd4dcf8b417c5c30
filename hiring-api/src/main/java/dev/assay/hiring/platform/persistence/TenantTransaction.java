package dev.assay.hiring.platform.persistence;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.ConnectionProvider;
import org.jooq.exception.DataAccessException;

/**
 * The one door to the database. Work runs in one transaction that sees one employer's rows:
 * row-level security filters by a transaction-local setting, and every statement filters by {@code
 * employer_id} itself.
 *
 * <p>Calls nest: work inside work joins the outer transaction when it is for the same employer and
 * is refused when it is for another. People use the role {@code assay_web}, services and partners
 * {@code assay_worker}; the outermost actor decides. Self-identification has a role of its own.
 * Nothing slow or remote belongs inside: a connection is held throughout.
 */
public final class TenantTransaction {

    private static final ScopedValue<OpenTransaction> OPEN = ScopedValue.newInstance();

    private final RuntimeDataSources pools;

    TenantTransaction(RuntimeDataSources pools) {
        this.pools = pools;
    }

    /**
     * Runs the work in the actor's employer's transaction; commits when it returns, rolls back when
     * it throws.
     *
     * @throws IllegalStateException when called inside another employer's transaction
     */
    public <T> T in(Actor actor, Supplier<T> work) {
        if (OPEN.isBound()) {
            requireSameEmployer(OPEN.get(), actor.employer());
            return work.get();
        }
        return run(poolOf(actor), Optional.of(actor.employer()), work);
    }

    /** Like {@link #in(Actor, Supplier)}, for work that returns nothing. */
    public void in(Actor actor, Runnable work) {
        in(
                actor,
                () -> {
                    work.run();
                    return true;
                });
    }

    /**
     * Runs work on global tables only: no employer is set, so row-level security hides every tenant
     * row.
     *
     * @throws IllegalStateException when called inside a tenant's transaction
     */
    public <T> T withoutTenant(Supplier<T> work) {
        if (OPEN.isBound()) {
            throw new IllegalStateException("global work inside a tenant's transaction");
        }
        return run(pools.web(), Optional.empty(), work);
    }

    /** Like {@link #withoutTenant(Supplier)}, as the role of background work. */
    public <T> T withoutTenantAsWorker(Supplier<T> work) {
        if (OPEN.isBound()) {
            throw new IllegalStateException("global work inside a tenant's transaction");
        }
        return run(pools.worker(), Optional.empty(), work);
    }

    /** Whether this node has a login that may look at self-identification. */
    public boolean readsSelfIdentification() {
        return pools.selfId().isPresent();
    }

    /**
     * Runs work that looks at what applicants said of themselves, and can look at nothing else: as
     * the one role that may, in a transaction of its own.
     *
     * @throws IllegalStateException inside a transaction, or where this node has no such login
     */
    public <T> T amongSelfIdentification(Actor actor, Supplier<T> work) {
        requireNone();
        return run(
                pools.selfId()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "assay.database.self-id.password is not set")),
                Optional.of(actor.employer()),
                work);
    }

    /**
     * Runs a part of the transaction that is open here so that it can fail alone: when it throws,
     * what it stored is undone and the rest stands. For the items of bulk work.
     *
     * @throws IllegalStateException when no transaction is open
     */
    public <T> T apart(Supplier<T> work) {
        OpenTransaction open = open();
        Set<String> asked = Set.copyOf(open.asked());
        Savepoint before = savepoint(open.connection());
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            settle(open.connection(), before, done);
            if (!done) {
                open.asked().retainAll(asked);
            }
        }
    }

    /**
     * Whether nobody asked this before with the same key in the transaction that is open here: for
     * what a transaction needs once, however often it is called for.
     *
     * @throws IllegalStateException when no transaction is open
     */
    public boolean isFirst(String key) {
        return open().asked().add(key);
    }

    /**
     * Whether {@link #isFirst} was asked this in the transaction that is open here.
     *
     * @throws IllegalStateException when no transaction is open
     */
    public boolean wasAsked(String key) {
        return open().asked().contains(key);
    }

    /**
     * What this reads, read once in the transaction that is open here, however often it is asked
     * for by the same key: for what decides how much else has to be read.
     *
     * @throws IllegalStateException when no transaction is open
     */
    public long known(String key, LongSupplier read) {
        Map<String, Long> known = open().known();
        Long before = known.get(key);
        if (before != null) {
            return before;
        }
        long now = read.getAsLong();
        known.put(key, now);
        return now;
    }

    /**
     * Runs this as the last thing before the transaction that is open here commits, in the order of
     * the keys, and once a key: for rows that many transactions write, which would otherwise wait
     * for each other crosswise.
     *
     * @throws IllegalStateException when no transaction is open
     */
    public void last(String key, Runnable work) {
        open().last().putIfAbsent(key, work);
    }

    /**
     * For what takes its time: refuses to begin while a transaction is open here, whose connection
     * and locks it would hold.
     *
     * @throws IllegalStateException inside a transaction
     */
    public static void requireNone() {
        if (OPEN.isBound()) {
            throw new IllegalStateException("slow work inside a transaction");
        }
    }

    /** Whether this thread is inside a transaction now: whatever is slow or remote must ask. */
    public static boolean isOpen() {
        return OPEN.isBound();
    }

    /** Gives jOOQ the connection of the transaction that is open here, and refuses when none is. */
    ConnectionProvider connections() {
        return new ConnectionProvider() {
            @Override
            public Connection acquire() {
                if (!OPEN.isBound()) {
                    throw new IllegalStateException("a statement outside of TenantTransaction");
                }
                return OPEN.get().connection();
            }

            @Override
            public void release(Connection connection) {
                // The transaction closes it.
            }
        };
    }

    private static OpenTransaction open() {
        if (!OPEN.isBound()) {
            throw new IllegalStateException("not in a transaction");
        }
        return OPEN.get();
    }

    private static Savepoint savepoint(Connection connection) {
        try {
            return connection.setSavepoint();
        } catch (SQLException failure) {
            throw new DatabaseUnavailable(failure);
        }
    }

    private static void settle(Connection connection, Savepoint before, boolean keep) {
        try {
            if (keep) {
                connection.releaseSavepoint(before);
            } else {
                connection.rollback(before);
            }
        } catch (SQLException failure) {
            // Only a connection that is gone refuses either.
            throw new DatabaseUnavailable(failure);
        }
    }

    private DataSource poolOf(Actor actor) {
        return switch (actor) {
            case Actor.Person _ -> pools.web();
            case Actor.Service _, Actor.Partner _ -> pools.worker();
        };
    }

    private static void requireSameEmployer(OpenTransaction open, EmployerId employer) {
        if (!open.employer().equals(Optional.of(employer))) {
            throw new IllegalStateException(
                    "a transaction of one employer cannot do another's work");
        }
    }

    private static <T> T run(DataSource pool, Optional<EmployerId> employer, Supplier<T> work) {
        try (Connection connection = pool.getConnection()) {
            return committed(connection, employer, work);
        } catch (SQLException failure) {
            // Only connecting, committing and rolling back throw it.
            throw new DatabaseUnavailable(failure);
        } catch (DataAccessException failure) {
            if (DatabaseUnavailable.isMeantBy(failure.sqlState())) {
                throw new DatabaseUnavailable(failure);
            }
            throw failure;
        }
    }

    private static <T> T committed(
            Connection connection, Optional<EmployerId> employer, Supplier<T> work)
            throws SQLException {
        boolean done = false;
        try {
            if (employer.isPresent()) {
                setEmployer(connection, employer.get().value());
            }
            T result =
                    ScopedValue.where(
                                    OPEN,
                                    new OpenTransaction(
                                            connection,
                                            employer,
                                            new HashSet<>(),
                                            new HashMap<>(),
                                            new TreeMap<>()))
                            .call(() -> {
                                T made = work.get();
                                open().last().values().forEach(Runnable::run);
                                return made;
                            });
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    /**
     * A literal {@code SET LOCAL}: {@code set_config} is not propagated to Citus workers, and a
     * parsed UUID can carry no SQL.
     */
    private static void setEmployer(Connection connection, UUID employer) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local assay.employer_id = '" + employer + "'");
        }
    }

    private record OpenTransaction(
            Connection connection,
            Optional<EmployerId> employer,
            Set<String> asked,
            Map<String, Long> known,
            SortedMap<String, Runnable> last) {}
}
