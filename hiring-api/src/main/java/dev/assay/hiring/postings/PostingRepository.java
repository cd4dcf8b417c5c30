package dev.assay.hiring.postings;

import static dev.assay.db.jooq.Tables.EMPLOYER;
import static dev.assay.db.jooq.Tables.POSTING;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.JobReach;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class PostingRepository {

    private final DSLContext sql;

    PostingRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Notes whose job it is, for strangers to name it by its id, and when it was first open. */
    void note(EmployerId employer, JobId job, Instant now) {
        sql.insertInto(POSTING)
                .set(POSTING.JOB_ID, job.value())
                .set(POSTING.EMPLOYER_ID, employer.value())
                .set(POSTING.OPENED_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    Optional<EmployerId> employerOf(UUID job) {
        return sql.select(POSTING.EMPLOYER_ID)
                .from(POSTING)
                .where(POSTING.JOB_ID.eq(job))
                .fetchOptional(row -> new EmployerId(row.value1()));
    }

    /** When these were first open; those that were before it was noted are left out. */
    Map<UUID, Instant> openedAt(EmployerId employer, Collection<UUID> jobs) {
        Map<UUID, Instant> opened = new HashMap<>();
        sql.select(POSTING.JOB_ID, POSTING.OPENED_AT)
                .from(POSTING)
                .where(
                        POSTING.EMPLOYER_ID.eq(employer.value()),
                        POSTING.JOB_ID.eq(DSL.any(jobs.toArray(UUID[]::new))),
                        POSTING.OPENED_AT.isNotNull())
                .forEach(row -> opened.put(row.value1(), row.value2()));
        return opened;
    }

    /** Jobs of the employer that were ever open, of those in reach, by id. */
    List<UUID> after(EmployerId employer, JobReach reach, Optional<UUID> after, int limit) {
        return sql.select(POSTING.JOB_ID)
                .from(POSTING)
                .where(
                        POSTING.EMPLOYER_ID.eq(employer.value()),
                        switch (reach) {
                            case JobReach.Everywhere() -> DSL.noCondition();
                            case JobReach.Only(Set<UUID> jobs) ->
                                    POSTING.JOB_ID.eq(DSL.any(jobs.toArray(UUID[]::new)));
                            case JobReach.Nowhere() -> DSL.falseCondition();
                        },
                        after.map(POSTING.JOB_ID::gt).orElse(DSL.noCondition()))
                .orderBy(POSTING.JOB_ID)
                .limit(limit)
                .fetch(POSTING.JOB_ID);
    }

    /** Those of these jobs of the employer that were ever open. */
    Set<UUID> opened(EmployerId employer, Collection<UUID> jobs) {
        return sql.select(POSTING.JOB_ID)
                .from(POSTING)
                .where(
                        POSTING.EMPLOYER_ID.eq(employer.value()),
                        POSTING.JOB_ID.eq(DSL.any(jobs.toArray(UUID[]::new))))
                .fetchSet(POSTING.JOB_ID);
    }

    /** The aliases of employers that ever had a job open, in their order. */
    List<String> employers(String after, int limit) {
        return sql.select(EMPLOYER.ALIAS)
                .from(EMPLOYER)
                .where(
                        EMPLOYER.ALIAS.gt(after),
                        DSL.exists(
                                sql.selectOne()
                                        .from(POSTING)
                                        .where(POSTING.EMPLOYER_ID.eq(EMPLOYER.ID))))
                .orderBy(EMPLOYER.ALIAS)
                .limit(limit)
                .fetch(EMPLOYER.ALIAS);
    }

    Optional<EmployerId> withAlias(String alias) {
        return sql.select(EMPLOYER.ID)
                .from(EMPLOYER)
                .where(EMPLOYER.ALIAS.eq(alias))
                .fetchOptional(row -> new EmployerId(row.value1()));
    }
}
