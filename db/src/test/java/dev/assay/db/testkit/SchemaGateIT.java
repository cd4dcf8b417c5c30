package dev.assay.db.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

@WithDatabase
class SchemaGateIT {
    private static final String POLICY =
            "create policy gate_tenant on %s using (employer_id ="
                    + " nullif(current_setting('assay.employer_id', true), '')::uuid) with check"
                    + " (employer_id = nullif(current_setting('assay.employer_id', true), '')::uuid)";

    /** A schema as it should be; each case below breaks one thing about it. */
    private static final List<String> SOUND =
            List.of(
                    "create table gate_good (employer_id uuid not null references employer (id),"
                            + " id uuid, code text, parent uuid, primary key (employer_id, id), unique"
                            + " (employer_id, code), foreign key (employer_id, parent) references"
                            + " gate_good (employer_id, id))",
                    "alter table gate_good enable row level security",
                    POLICY.formatted("gate_good"),
                    "create policy gate_narrow on gate_good as restrictive for update to"
                            + " assay_worker using (code <> 'closed')",
                    "create view gate_view with (security_invoker = true) as select * from"
                            + " gate_good",
                    "create table gate_part (employer_id uuid not null, id uuid, primary key"
                            + " (employer_id, id)) partition by hash (employer_id)",
                    "alter table gate_part enable row level security",
                    POLICY.formatted("gate_part"),
                    "grant select, insert, update, delete on gate_good to assay_web");

    private static final List<Arguments> BAD =
            List.of(
                    bad(SchemaRule.CLASSIFIED, "gate_bad", "create table gate_bad (id int)"),
                    bad(
                            SchemaRule.CLASSIFIED,
                            "other.employer",
                            "create schema other",
                            "create table other.employer (id int)"),
                    bad(
                            SchemaRule.LISTED_TABLE_EXISTS,
                            "employer",
                            "alter table employer rename to employers"),
                    bad(
                            SchemaRule.EMPLOYER_COLUMN,
                            "gate_bad",
                            "create table gate_bad (employer_id text, id uuid, primary key"
                                    + " (employer_id, id))"),
                    bad(
                            SchemaRule.EMPLOYER_COLUMN,
                            "gate_bad",
                            "create table gate_bad (employer_id uuid, id uuid)"),
                    bad(
                            SchemaRule.EMPLOYER_COLUMN,
                            "gate_good",
                            "alter table gate_good alter employer_id set default"
                                    + " gen_random_uuid()"),
                    bad(
                            SchemaRule.PRIMARY_KEY,
                            "gate_bad",
                            "create table gate_bad (employer_id uuid not null, id uuid)"),
                    bad(
                            SchemaRule.PRIMARY_KEY,
                            "gate_bad",
                            "create table gate_bad (employer_id uuid not null, id uuid, primary key"
                                    + " (id, employer_id))"),
                    bad(
                            SchemaRule.UNIQUE_KEY,
                            "gate_good",
                            "create unique index gate_index on gate_good (code)"),
                    bad(
                            SchemaRule.UNIQUE_KEY,
                            "gate_good",
                            "create unique index gate_index on gate_good (lower(code),"
                                    + " employer_id)"),
                    bad(
                            SchemaRule.UNIQUE_KEY,
                            "gate_good",
                            "alter table gate_good add exclude using btree (id with =)"),
                    bad(
                            SchemaRule.FOREIGN_KEY,
                            "gate_good",
                            "alter table gate_good add foreign key (parent, employer_id) references"
                                    + " gate_good (id, employer_id)"),
                    bad(
                            SchemaRule.FOREIGN_KEY,
                            "employer",
                            "alter table employer add job uuid, add foreign key (id, job) references"
                                    + " gate_good (employer_id, id)"),
                    bad(
                            SchemaRule.TRIGGER,
                            "gate_good",
                            "create trigger gate_trigger before update on gate_good for each row"
                                    + " execute function suppress_redundant_updates_trigger()"),
                    bad(
                            SchemaRule.TRIGGER,
                            "employer",
                            "create rule gate_rule as on delete to employer do instead nothing"),
                    bad(
                            SchemaRule.TRIGGER,
                            "gate_event",
                            "create function gate_on_ddl() returns event_trigger language plpgsql as"
                                    + " 'begin end'",
                            "create event trigger gate_event on sql_drop execute function"
                                    + " gate_on_ddl()"),
                    bad(
                            SchemaRule.ROW_LEVEL_SECURITY,
                            "gate_good",
                            "alter table gate_good disable row level security"),
                    bad(
                            SchemaRule.ROW_LEVEL_SECURITY,
                            "gate_good",
                            "alter table gate_good force row level security"),
                    bad(
                            SchemaRule.ROW_LEVEL_SECURITY,
                            "gate_child",
                            "create table gate_child partition of gate_part for values with (modulus"
                                    + " 2, remainder 0)"),
                    bad(SchemaRule.POLICY, "gate_good", "drop policy gate_tenant on gate_good"),
                    bad(
                            SchemaRule.POLICY,
                            "gate_good",
                            "alter policy gate_tenant on gate_good using (employer_id ="
                                    + " current_setting('assay.employer_id', true)::uuid)"),
                    bad(
                            SchemaRule.POLICY,
                            "gate_good",
                            "alter policy gate_tenant on gate_good with check (true)"),
                    bad(
                            SchemaRule.POLICY,
                            "gate_part",
                            "drop policy gate_tenant on gate_part",
                            POLICY.formatted("gate_part").replaceFirst(" with check .*", "")),
                    bad(
                            SchemaRule.POLICY,
                            "gate_good",
                            "create policy gate_wide on gate_good for select using (true)"),
                    bad(SchemaRule.ROLE, "runtime", "alter table gate_part owner to assay_web"),
                    bad(
                            SchemaRule.ROLE,
                            "runtime",
                            "create function gate_function() returns int language sql as 'select 1'",
                            "alter function gate_function() owner to assay_worker"),
                    bad(
                            SchemaRule.PRIVILEGE,
                            "gate_good",
                            "grant truncate on gate_good to assay_web"),
                    bad(SchemaRule.PRIVILEGE, "employer", "grant references on employer to public"),
                    bad(
                            SchemaRule.PRIVILEGE,
                            "public",
                            "grant create on schema public to assay_selfid"),
                    bad(
                            SchemaRule.SECURITY_DEFINER,
                            "gate_function()",
                            "create function gate_function() returns int language sql security"
                                    + " definer as 'select 1'"),
                    bad(
                            SchemaRule.RELATION_OUTSIDE_POLICIES,
                            "gate_unsafe",
                            "create view gate_unsafe as select * from gate_good"),
                    bad(
                            SchemaRule.RELATION_OUTSIDE_POLICIES,
                            "gate_copy",
                            "create materialized view gate_copy as select * from gate_good"),
                    bad(
                            SchemaRule.RELATION_OUTSIDE_POLICIES,
                            "gate_foreign",
                            "create foreign data wrapper gate_wrapper",
                            "create server gate_server foreign data wrapper gate_wrapper",
                            "create foreign table gate_foreign (id int) server gate_server"),
                    bad(
                            SchemaRule.SEQUENCE,
                            "gate_good",
                            "alter table gate_good add number bigint generated always as identity"),
                    bad(
                            SchemaRule.SEQUENCE,
                            "gate_good",
                            "alter table employer add number bigserial",
                            "alter table gate_good add number bigint default"
                                    + " nextval('employer_number_seq')"),
                    bad(SchemaRule.SEQUENCE, "gate_numbers", "create sequence gate_numbers"),
                    bad(
                            SchemaRule.PERSONAL_DATA,
                            "employer",
                            "alter table employer add contact_email text"));

    private TestDatabase scratch;

    private static Arguments bad(SchemaRule rule, String object, String... statements) {
        return Arguments.of(rule, object, List.of(statements));
    }

    @BeforeEach
    void copy() {
        scratch = TestDatabase.migrated();
    }

    @AfterEach
    void drop() {
        scratch.close();
    }

    @Test
    void findsNothingWrongWithTheProduct(TestDatabase database) throws SQLException {
        try (Connection connection = database.ownerDataSource().getConnection()) {
            assertThat(SchemaGate.check(connection)).isEmpty();
        }
    }

    @Test
    void findsNothingWrongWithASoundTenantTable() throws SQLException {
        assertThat(violationsAfter(SOUND)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @FieldSource("BAD")
    void namesWhatBreaksARule(SchemaRule rule, String object, List<String> statements)
            throws SQLException {
        List<String> all = Stream.of(SOUND, statements).flatMap(List::stream).toList();

        assertThat(violationsAfter(all))
                .anySatisfy(violation -> {
                    assertThat(violation.rule()).isEqualTo(rule);
                    assertThat(violation.object()).isEqualTo(object);
                });
    }

    @Test
    void hasACounterexampleForEveryRule() {
        Set<SchemaRule> covered = EnumSet.noneOf(SchemaRule.class);
        BAD.forEach(arguments -> covered.add((SchemaRule) arguments.get()[0]));

        assertThat(covered).containsExactlyInAnyOrder(SchemaRule.values());
    }

    @Test
    void namesARoleThatMayBypassPolicies() throws SQLException {
        for (Map.Entry<String, String> power :
                Map.of(
                                "superuser", "is a superuser",
                                "bypassrls", "bypasses row-level security",
                                "createrole", "may create roles",
                                "inherit", "inherits privileges")
                        .entrySet()) {
            // Roles belong to the whole server; in a transaction nobody else sees the change.
            assertThat(rolledBack("alter role assay_web " + power.getKey()))
                    .extracting(SchemaViolation::fault)
                    .contains("role assay_web " + power.getValue());
        }
    }

    @Test
    void namesARoleThatIsMissing() throws SQLException {
        assertThat(rolledBack("alter role assay_selfid rename to assay_other"))
                .contains(new SchemaViolation(SchemaRule.ROLE, "assay_selfid", "does not exist"));
    }

    private List<SchemaViolation> violationsAfter(List<String> statements) throws SQLException {
        try (Connection connection = scratch.superuser().getConnection()) {
            execute(connection, statements);
            return SchemaGate.check(connection);
        }
    }

    private List<SchemaViolation> rolledBack(String sql) throws SQLException {
        try (Connection connection = scratch.superuser().getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, List.of(sql));
            List<SchemaViolation> violations = SchemaGate.check(connection);
            connection.rollback();
            return violations;
        }
    }

    private static void execute(Connection connection, List<String> statements)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
