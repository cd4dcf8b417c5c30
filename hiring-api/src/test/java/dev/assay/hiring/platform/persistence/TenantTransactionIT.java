package dev.assay.hiring.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.db.testkit.TestDatabase;
import dev.assay.db.testkit.WithDatabase;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The one door to the database. */
@WithDatabase
class TenantTransactionIT {

    private static final EmployerId ONE = new EmployerId(new UUID(1, 1));
    private static final EmployerId OTHER = new EmployerId(new UUID(2, 2));

    private final TenantTransaction transactions;
    private final DSLContext sql;

    TenantTransactionIT(TestDatabase database) {
        var bare = BareTransactions.of(database);
        transactions = bare.door();
        sql = bare.sql();
    }

    @Test
    void seesTheEmployerItWasOpenedForAndOnlyWhileItIsOpen() {
        assertThat(transactions.in(person(ONE), this::employer)).isEqualTo(ONE.toString());
        assertThat(transactions.withoutTenant(this::employer)).isEmpty();
    }

    @Test
    void logsPeopleAndServicesInWithDifferentRoles() {
        assertThat(transactions.in(person(ONE), this::role)).isEqualTo("assay_web");
        assertThat(transactions.in(new Actor.Service(ONE, "x"), this::role))
                .isEqualTo("assay_worker");
    }

    @Test
    void letsWorkOfTheSameEmployerJoin() {
        String joined =
                transactions.in(
                        person(ONE),
                        () -> transactions.in(new Actor.Service(ONE, "x"), this::role));

        assertThat(joined).isEqualTo("assay_web");
    }

    @Test
    void doesTheLastThingsInTheOrderOfTheirKeysAndOnceAKey() {
        List<String> done = new ArrayList<>();

        transactions.in(
                person(ONE),
                () -> {
                    transactions.last("b", () -> done.add("b as " + role()));
                    transactions.last("a", () -> done.add("a"));
                    transactions.last("b", () -> done.add("b again"));
                    done.add("work");
                });

        assertThat(done).containsExactly("work", "a", "b as assay_web");
        assertThatThrownBy(() -> transactions.last("a", () -> {}))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsNothingSlowBeginInside() {
        TenantTransaction.requireNone();

        assertThatThrownBy(() -> transactions.in(person(ONE), TenantTransaction::requireNone))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        transactions.withoutTenant(() -> {
                            TenantTransaction.requireNone();
                            return true;
                        }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesWorkOfAnotherEmployerInside() {
        assertThatThrownBy(() ->
                        transactions.in(
                                person(ONE), () -> transactions.in(person(OTHER), this::employer)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        transactions.in(
                                person(ONE), () -> transactions.withoutTenant(this::employer)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        transactions.withoutTenant(
                                () -> transactions.in(person(ONE), this::employer)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysWhetherOneIsOpenHere() {
        assertThat(TenantTransaction.isOpen()).isFalse();
        assertThat(transactions.in(person(ONE), TenantTransaction::isOpen)).isTrue();
        assertThat(transactions.withoutTenant(TenantTransaction::isOpen)).isTrue();
    }

    @Test
    void refusesAStatementOutsideOfIt() {
        assertThatThrownBy(this::employer).hasMessageContaining("outside of TenantTransaction");
    }

    @Test
    void letsAPartFailAlone() {
        String kept =
                transactions.in(
                        person(ONE),
                        () -> {
                            sql.execute("create temporary table kept (x int)");
                            assertThatThrownBy(() ->
                                            transactions.apart(() -> {
                                                transactions.isFirst("asked apart");
                                                sql.execute("insert into kept values (1)");
                                                sql.execute("select 1 / 0");
                                                return 0;
                                            }))
                                    .hasMessageContaining("division by zero");
                            transactions.apart(() -> sql.execute("insert into kept values (2)"));
                            assertThat(transactions.wasAsked("asked apart")).isFalse();
                            return sql.fetchValue("select string_agg(x::text, ',') from kept")
                                    .toString();
                        });

        assertThat(kept).isEqualTo("2");
        assertThatThrownBy(() -> transactions.apart(() -> 1)).hasMessage("not in a transaction");
    }

    @Test
    void takesBackWhatWasDoneWhenTheWorkThrows() {
        assertThatThrownBy(() ->
                        transactions.in(
                                person(ONE),
                                () -> {
                                    sql.execute("create temporary table gone (x int)");
                                    throw new IllegalStateException("no");
                                }))
                .hasMessage("no");

        assertThat(
                        transactions.in(
                                person(ONE),
                                () -> sql.fetchValue("select to_regclass('gone')::text")))
                .isNull();
    }

    @Test
    void saysThatTheDatabaseIsAwayAndNotThatTheCallerErred() {
        var nowhere = new PGSimpleDataSource();
        nowhere.setUrl("jdbc:postgresql://localhost:1/none");
        var door =
                new TenantTransaction(new RuntimeDataSources(nowhere, nowhere, Optional.empty()));

        assertThatThrownBy(() -> door.in(person(ONE), () -> "never"))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void saysSoTooWhenAStatementRunsIntoALimit() {
        assertThatThrownBy(() ->
                        transactions.in(
                                person(ONE),
                                () -> {
                                    sql.execute("set local statement_timeout = '20ms'");
                                    return sql.fetchValue("select pg_sleep(30)");
                                }))
                .isInstanceOf(DatabaseUnavailable.class);
    }

    private String employer() {
        return (String)
                sql.fetchValue("select coalesce(current_setting('assay.employer_id', true), '')");
    }

    private String role() {
        return (String) sql.fetchValue("select current_user::text");
    }

    private static Actor person(EmployerId employer) {
        return new Actor.Person(employer, new UUID(9, 9), Set.of(EmployerRole.RECRUITER));
    }
}
