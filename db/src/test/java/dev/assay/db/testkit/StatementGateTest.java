package dev.assay.db.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

class StatementGateTest {
    private static final Set<String> TENANT = Set.of("job", "application", "audit_entry");

    private static final List<String> GOOD =
            List.of(
                    "select id from job where employer_id = ? and id = ?",
                    "select \"job\".\"id\" from \"job\" where (\"job\".\"employer_id\" = ? and"
                            + " \"job\".\"id\" = ?)",
                    "select id from public.job where employer_id = cast(? as uuid)",
                    "select id from job where ?::uuid = employer_id",
                    "select id from job where (employer_id, id) = (?, ?)",
                    "select id from job where employer_id = ? and (title = ? or title = ?)",
                    "select id from job where employer_id = ? and (created_at, id) < (?, ?) order by"
                            + " created_at desc, id desc fetch next ? rows only",
                    "select j.id from job j join application a on a.employer_id = j.employer_id and"
                            + " a.job_id = j.id where j.employer_id = ?",
                    "select j.id from job j join application a on a.employer_id = j.employer_id and"
                            + " a.job_id = j.id where a.employer_id = ?",
                    "select j.id from job j left join application a on a.employer_id = j.employer_id"
                            + " and a.job_id = j.id where j.employer_id = ?",
                    "select j.id from application a right join job j on a.employer_id ="
                            + " j.employer_id where j.employer_id = ?",
                    "select j.id from job j join application a using (employer_id) where"
                            + " j.employer_id = ?",
                    "select j.id from job j, application a where j.employer_id = ? and a.employer_id"
                            + " = j.employer_id",
                    "select j.id from (job j join application a on a.employer_id = j.employer_id)"
                            + " where j.employer_id = ?",
                    "select j.id, (select count(*) from application a where a.employer_id ="
                            + " j.employer_id and a.job_id = j.id) from job j where j.employer_id = ?",
                    "select id from job where employer_id = ? and exists (select 1 from application a"
                            + " where a.employer_id = job.employer_id and a.job_id = job.id)",
                    "select id from job where employer_id = ? and id in (select job_id from"
                            + " application where employer_id = ?)",
                    "select j.id, last.at from job j cross join lateral (select max(a.at) as at from"
                            + " application a where a.employer_id = j.employer_id) last where"
                            + " j.employer_id = ?",
                    "select d.id from (select employer_id, id from job where employer_id = ?) d join"
                            + " application a on a.employer_id = d.employer_id",
                    "select d.y from (select employer_id, id from job where employer_id = ?) as d"
                            + " (employer_id, y) join application a on a.employer_id = d.employer_id",
                    "with open as (select employer_id, id from job where employer_id = ?) select a.id"
                            + " from application a join open on a.employer_id = open.employer_id",
                    "with recursive tree (employer_id, id) as (select employer_id, id from job where"
                            + " employer_id = ? union all select j.employer_id, j.id from job j join"
                            + " tree t on t.employer_id = j.employer_id and t.id = j.parent) select *"
                            + " from tree",
                    "with job as (select 1 as id) select id from job",
                    "with gone as (delete from job where employer_id = ? returning employer_id, id)"
                            + " insert into audit_entry (employer_id, id) select employer_id, id from"
                            + " gone",
                    "select id from job where employer_id = ? union all select id from application"
                            + " where employer_id = ?",
                    "select id from job where employer_id = ? order by id limit ? for update skip"
                            + " locked",
                    "select id from job where employer_id = ? for no key update",
                    "insert into job (employer_id, id) values (?, ?), (?, ?)",
                    "insert into \"job\" (\"employer_id\", \"id\", \"body\") values (?, ?, cast(? as"
                            + " jsonb)) on conflict (\"employer_id\", \"id\") do update set \"body\" ="
                            + " excluded.\"body\" where \"job\".\"version\" = ? returning"
                            + " \"job\".\"id\"",
                    "insert into job (employer_id, id) values (?, ?) on conflict do nothing",
                    "insert into audit_entry (employer_id, id) select employer_id, id from job where"
                            + " employer_id = ?",
                    "update job set title = ?, version = version + 1 where employer_id = ? and id = ?"
                            + " and version = ? returning id, version",
                    "update job set title = (select max(title) from application where employer_id ="
                            + " ?) where employer_id = ?",
                    "update job j set title = a.title from application a where j.employer_id = ? and"
                            + " a.employer_id = j.employer_id",
                    "delete from job where employer_id = ? and id = any (?)",
                    "delete from job j using application a where j.employer_id = ? and a.employer_id"
                            + " = j.employer_id",
                    "select coalesce(jsonb_agg(jsonb_build_array(v0)), jsonb_build_array()) from"
                            + " (select a.id as v0 from application as a where a.employer_id = ?) as t",
                    "select body -> 'a' ->> 'b', tsv @@ to_tsquery(?), a is not distinct from ? from"
                            + " job where employer_id = ?",
                    "select row_number() over (partition by job_id order by rank_key desc), count(*)"
                            + " filter (where lane = 'ready') over () from application where"
                            + " employer_id = ?",
                    "select m.subject from membership m where m.employer_id = ? for update",
                    "select * from scheduled_tasks where picked = ? and execution_time <= ? order by"
                            + " execution_time asc limit ? for update skip locked",
                    "update scheduled_tasks set job = ? where task_name = ?",
                    "select 'select * from job, set_config(1)' -- from job",
                    "set local assay.employer_id = '018f0000-0000-7000-8000-000000000000'",
                    "select current_setting('assay.employer_id', true)");

    private static final List<Arguments> BAD =
            List.of(
                    bad(StatementRule.SCOPED, "select id from job"),
                    bad(StatementRule.SCOPED, "select id from job where id = ?"),
                    bad(StatementRule.SCOPED, "select id from \"public\".\"job\" where \"id\" = ?"),
                    bad(StatementRule.SCOPED, "select id from job where employer_id = ? or true"),
                    bad(StatementRule.SCOPED, "select id from job where not (employer_id = ?)"),
                    bad(StatementRule.SCOPED, "select id from job where employer_id <> ?"),
                    bad(StatementRule.SCOPED, "select id from job where employer_id in (?, ?)"),
                    bad(StatementRule.SCOPED, "select id from job where employer_id = employer_id"),
                    bad(StatementRule.SCOPED, "select id, employer_id = ? from job"),
                    bad(
                            StatementRule.SCOPED,
                            "select j.id from job j join application a on a.job_id = j.id where"
                                    + " j.employer_id = ?"),
                    bad(
                            StatementRule.SCOPED,
                            "select j.id from job j join application a on a.employer_id ="
                                    + " j.employer_id"),
                    bad(
                            StatementRule.SCOPED,
                            "select j.id from job j left join application a on a.employer_id ="
                                    + " j.employer_id and j.employer_id = ?"),
                    bad(
                            StatementRule.SCOPED,
                            "select j.id from job j full join application a on a.employer_id ="
                                    + " j.employer_id where j.employer_id = ?"),
                    bad(
                            StatementRule.SCOPED,
                            "select j.id from job j natural join application a where j.employer_id ="
                                    + " ?"),
                    bad(
                            StatementRule.SCOPED,
                            "select j.id from membership m join job j on j.employer_id ="
                                    + " m.employer_id where m.subject = ?"),
                    bad(
                            StatementRule.SCOPED,
                            "select j.id from (values (?, ?)) v (employer_id, id) join job j on"
                                    + " j.employer_id = v.employer_id and j.id = v.id"),
                    bad(
                            StatementRule.SCOPED,
                            "select id from job where employer_id = ? and id in (select job_id from"
                                    + " application)"),
                    bad(
                            StatementRule.SCOPED,
                            "select (select max(id) from application) from job where employer_id = ?"),
                    bad(
                            StatementRule.SCOPED,
                            "select case when exists (select 1 from job) then 1 end"),
                    bad(StatementRule.SCOPED, "select id from t order by (select id from job)"),
                    bad(
                            StatementRule.SCOPED,
                            "select array(select id from job), count(*) from t group by 1"),
                    bad(
                            StatementRule.SCOPED,
                            "select max(x) filter (where x in (select id from job)) from t"),
                    bad(
                            StatementRule.SCOPED,
                            "with open as (select id from job) select * from open"),
                    bad(
                            StatementRule.SCOPED,
                            "with t as (select m.employer_id from membership m) select a.id from"
                                    + " application a join t on t.employer_id = a.employer_id"),
                    bad(
                            StatementRule.SCOPED,
                            "select id from job where employer_id = ? union all select id from"
                                    + " application"),
                    bad(StatementRule.SCOPED, "update job set title = ? where id = ?"),
                    bad(
                            StatementRule.SCOPED,
                            "update job set title = (select title from application limit 1) where"
                                    + " employer_id = ?"),
                    bad(
                            StatementRule.SCOPED,
                            "update job j set title = a.title from application a where j.employer_id"
                                    + " = ? and a.job_id = j.id"),
                    bad(StatementRule.SCOPED, "delete from job where id = ?"),
                    bad(
                            StatementRule.SCOPED,
                            "delete from job j using application a where a.employer_id = ?"),
                    bad(
                            StatementRule.SCOPED,
                            "with gone as (delete from job returning *) select 1"),
                    bad(
                            StatementRule.SCOPED,
                            "insert into audit_entry (employer_id, id) select employer_id, id from"
                                    + " job"),
                    bad(
                            StatementRule.SCOPED,
                            "insert into audit_entry (employer_id, id) values (?, (select id from job"
                                    + " limit 1))"),
                    bad(StatementRule.SCOPED, "truncate table job"),
                    bad(
                            StatementRule.LOCKS_ONE_TENANT,
                            "select id from job where state = 'due' limit 10 for update skip locked"),
                    bad(
                            StatementRule.LOCKS_ONE_TENANT,
                            "select t.task_name from scheduled_tasks t join job j on j.id = t.job for"
                                    + " no key update"),
                    bad(StatementRule.INSERT_NAMES_EMPLOYER, "insert into job (id) values (?)"),
                    bad(StatementRule.INSERT_NAMES_EMPLOYER, "insert into job values (?, ?)"),
                    bad(StatementRule.INSERT_NAMES_EMPLOYER, "insert into job default values"),
                    bad(
                            StatementRule.EMPLOYER_NEVER_CHANGES,
                            "update job set employer_id = ? where employer_id = ?"),
                    bad(
                            StatementRule.EMPLOYER_NEVER_CHANGES,
                            "update job set (title, employer_id) = (?, ?) where employer_id = ?"),
                    bad(
                            StatementRule.EMPLOYER_NEVER_CHANGES,
                            "insert into job (employer_id, id) values (?, ?) on conflict"
                                    + " (employer_id, id) do update set employer_id = excluded.employer_id"),
                    bad(
                            StatementRule.TENANT_SET_LOCALLY,
                            "select set_config('assay.employer_id', ?, true)"),
                    bad(
                            StatementRule.TENANT_SET_LOCALLY,
                            "select \"pg_catalog\".\"set_config\"('x', 'y', false)"),
                    bad(StatementRule.TENANT_SET_LOCALLY, "set assay.employer_id = 'x'"),
                    bad(StatementRule.TENANT_SET_LOCALLY, "SET SESSION assay.employer_id TO 'x'"),
                    bad(StatementRule.READABLE, "copy job from stdin"),
                    bad(StatementRule.READABLE, "select from job where where"),
                    bad(
                            StatementRule.READABLE,
                            "select 1 from t where employer_id = ?; delete from job"));

    private static Arguments bad(StatementRule rule, String sql) {
        return Arguments.of(rule, sql);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("GOOD")
    void letsAScopedStatementPass(String sql) {
        assertThat(StatementCheck.of(sql, TENANT)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @FieldSource("BAD")
    void namesTheRuleAStatementBreaks(StatementRule rule, String sql) {
        assertThat(StatementCheck.of(sql, TENANT))
                .extracting(StatementViolation::rule)
                .contains(rule);
    }

    @Test
    void hasACounterexampleForEveryRule() {
        Set<StatementRule> covered = EnumSet.noneOf(StatementRule.class);
        BAD.forEach(arguments -> covered.add((StatementRule) arguments.get()[0]));

        assertThat(covered).containsExactlyInAnyOrder(StatementRule.values());
    }
}
