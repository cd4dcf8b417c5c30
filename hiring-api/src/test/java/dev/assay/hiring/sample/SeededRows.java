package dev.assay.hiring.sample;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** What is in a database, whichever employer it belongs to: read as the owner, for asserting. */
record SeededRows(DataSource owner) {

    private static final String JOBS =
            """
            select e.alias || ': ' || j.title || ', ' || j.status
            from job j join employer e on e.id = j.employer_id
            """;

    private static final String MEMBERS =
            """
            select e.alias || ': ' || m.role || ' ' || m.subject
            from membership m join employer e on e.id = m.employer_id
            """;

    /** Why items of each applicant do not count; that a skill is another one is no news. */
    private static final String REASONS =
            """
            select split_part(c.email, '@', 1),
                   coalesce((select string_agg(distinct found.reason, ' ' order by found.reason)
                             from (select code.of ->> (item ->> 1)::int as reason
                                   from jsonb_path_query(h.explanation::jsonb, '$.r[*][5][*]') item
                                   union all
                                   select 'open: ' || (code.of ->> (item ->> 9)::int)
                                   from jsonb_path_query(h.explanation::jsonb, '$.r[*][4][*]') item
                                   where item ->> 9 is not null) found
                             where found.reason <> 'no-aligned-skill'), '')
            from application a
            join candidate c on c.employer_id = a.employer_id and c.id = a.candidate_id
            join application_score s on s.employer_id = a.employer_id and s.application_id = a.id
            join score_history h on h.employer_id = a.employer_id and h.id = s.history_id
            cross join lateral (select h.explanation::jsonb -> 's' as of) code
            """;

    private static final String DECISIONS =
            """
            select split_part(c.email, '@', 1) || ': ' || t.from_phase || ' to ' || t.to_phase
                   || coalesce(', ' || t.reason, '')
                   || case when b.evidence_open then ', evidence open' else '' end
            from application_transition t
            join application a on a.employer_id = t.employer_id and a.id = t.application_id
            join candidate c on c.employer_id = a.employer_id and c.id = a.candidate_id
            left join decision_basis b on b.employer_id = t.employer_id and b.transition_id = t.id
            where t.to_phase in ('hired', 'rejected', 'withdrawn')
            """;

    private static final String MOVES_OUT_OF_TIME =
            """
            select split_part(c.email, '@', 1) || ' ' || t.moved_at
            from application_transition t
            join application a on a.employer_id = t.employer_id and a.id = t.application_id
            join candidate c on c.employer_id = a.employer_id and c.id = a.candidate_id
            where t.moved_at <= a.submitted_at or t.moved_at > now()
            """;

    private static final String MERGED =
            """
            select split_part(c.email, '@', 1) || ': ' || c.email_status || ' into ' || k.email_status
            from candidate c
            join candidate k on k.employer_id = c.employer_id and k.id = c.merged_into
            """;

    private static final String BANDS =
            """
            select distinct s.potential / 50000
            from application_score s join job j on j.employer_id = s.employer_id and j.id = s.job_id
            where j.title = 'Junior data analyst' and s.lane = 'ranked'
            """;

    /**
     * Tables of work in hand come to rest by themselves, members wait for a Keycloak here, and the
     * ledgers are numbered later.
     */
    private static final String LASTING_TABLES =
            """
            select tablename from pg_tables
            where schemaname = 'public'
              and tablename not in ('scheduled_tasks', 'long_work', 'employer_work', 'rescore_due',
                  'recheck_due', 'watched_document', 'ledger_head', 'ledger_note', 'audit_entry', 'outbox_event', 'rate_bucket',
                  'member', 'mail')
            """;

    /** Roles with their occupation, and how many of their assumptions have a source. */
    List<String> roles() throws SQLException {
        return column(
                """
                select (r.content ->> 'onetCode') || ' ' || (r.content ->> 'name') || ': '
                       || count(a.id) filter (where a.content ->> 'source' <> '') || ' assumptions'
                from role_profile r
                join training_assumption a on a.employer_id = r.employer_id and a.role_profile_id = r.id
                group by r.employer_id, r.id, r.content
                """);
    }

    /** Postings that say by which role training is estimated. */
    List<String> jobsWithRoles() throws SQLException {
        return column("select title from job where role_profile_id is not null");
    }

    UUID harbor() throws SQLException {
        return UUID.fromString(
                column("select id::text from employer where alias = 'harbor-analytics'")
                        .getFirst());
    }

    /** Applications to postings that name a role; a few are enough. */
    List<UUID> applicationsOfHarbor() throws SQLException {
        return column(
                        """
                        select a.id::text from application a
                        join job j on j.employer_id = a.employer_id and j.id = a.job_id
                        where j.role_profile_id is not null order by a.id limit 12
                        """)
                .stream()
                .map(UUID::fromString)
                .toList();
    }

    List<String> jobs() throws SQLException {
        return column(JOBS);
    }

    List<String> members() throws SQLException {
        return column(MEMBERS);
    }

    List<String> decisions() throws SQLException {
        return column(DECISIONS);
    }

    /** Moves before the application came in, or not made yet. */
    List<String> movesOutOfTime() throws SQLException {
        return column(MOVES_OUT_OF_TIME);
    }

    List<String> merged() throws SQLException {
        return column(MERGED);
    }

    List<String> bandsOfTheAnalysts() throws SQLException {
        return column(BANDS);
    }

    Map<String, String> reasons() throws SQLException {
        Map<String, String> reasons = new TreeMap<>();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(REASONS)) {
            while (row.next()) {
                reasons.put(row.getString(1), row.getString(2));
            }
        }
        return reasons;
    }

    /** Applications that wait to be scored anew. */
    List<String> scoresDue() {
        try {
            return column("select application_id::text from rescore_due");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A digest of every lasting table, byte for byte. */
    Map<String, String> digests() throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        for (String table : column(LASTING_TABLES)) {
            String digest =
                    "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '')"
                            + " from %s t";
            digests.put(table, column(digest.formatted(table)).getFirst());
        }
        return digests;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> column(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }
}
