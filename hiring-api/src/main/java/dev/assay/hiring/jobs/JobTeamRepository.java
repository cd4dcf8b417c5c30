package dev.assay.hiring.jobs;

import static dev.assay.db.jooq.Tables.JOB_TEAM_MEMBER;

import dev.assay.hiring.members.MemberId;
import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JobTeamRepository {

    private final DSLContext sql;

    JobTeamRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False when they are on it already. */
    boolean add(EmployerId employer, JobId job, MemberId member, Instant now) {
        return sql.insertInto(JOB_TEAM_MEMBER)
                        .set(JOB_TEAM_MEMBER.EMPLOYER_ID, employer.value())
                        .set(JOB_TEAM_MEMBER.JOB_ID, job.value())
                        .set(JOB_TEAM_MEMBER.MEMBER_ID, member.value())
                        .set(JOB_TEAM_MEMBER.ADDED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False when they are not on it. */
    boolean remove(EmployerId employer, JobId job, MemberId member) {
        return sql.deleteFrom(JOB_TEAM_MEMBER)
                        .where(
                                JOB_TEAM_MEMBER.EMPLOYER_ID.eq(employer.value()),
                                JOB_TEAM_MEMBER.JOB_ID.eq(job.value()),
                                JOB_TEAM_MEMBER.MEMBER_ID.eq(member.value()))
                        .execute()
                == 1;
    }

    /** Who is on the team, since when; those longest on it first. */
    Map<MemberId, Instant> of(EmployerId employer, JobId job) {
        return new LinkedHashMap<>(
                sql.select(JOB_TEAM_MEMBER.MEMBER_ID, JOB_TEAM_MEMBER.ADDED_AT)
                        .from(JOB_TEAM_MEMBER)
                        .where(
                                JOB_TEAM_MEMBER.EMPLOYER_ID.eq(employer.value()),
                                JOB_TEAM_MEMBER.JOB_ID.eq(job.value()))
                        .orderBy(JOB_TEAM_MEMBER.ADDED_AT, JOB_TEAM_MEMBER.MEMBER_ID)
                        .fetchMap(row -> new MemberId(row.value1()), row -> row.value2()));
    }

    Set<UUID> jobsOf(EmployerId employer, MemberId member) {
        return Set.copyOf(
                sql.select(JOB_TEAM_MEMBER.JOB_ID)
                        .from(JOB_TEAM_MEMBER)
                        .where(
                                JOB_TEAM_MEMBER.EMPLOYER_ID.eq(employer.value()),
                                JOB_TEAM_MEMBER.MEMBER_ID.eq(member.value()))
                        .fetch(row -> row.value1()));
    }
}
