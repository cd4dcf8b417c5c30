package dev.assay.hiring.platform.security;

import static dev.assay.db.jooq.Tables.EMPLOYER;
import static dev.assay.db.jooq.Tables.MEMBERSHIP;

import dev.assay.hiring.platform.security.Employers.Membership;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Repository;

@Repository
class EmployerRepository {

    private final DSLContext sql;

    EmployerRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<Membership> memberships(UUID subject) {
        return sql
                .select(
                        EMPLOYER.ID,
                        EMPLOYER.ALIAS,
                        EMPLOYER.NAME,
                        EMPLOYER.ORGANIZATION_ID,
                        MEMBERSHIP.ROLE)
                .from(MEMBERSHIP)
                .join(EMPLOYER)
                .on(EMPLOYER.ID.eq(MEMBERSHIP.EMPLOYER_ID))
                .where(MEMBERSHIP.SUBJECT.eq(subject))
                .orderBy(EMPLOYER.NAME, EMPLOYER.ID)
                .fetchGroups(EMPLOYER.ID)
                .values()
                .stream()
                .map(EmployerRepository::membership)
                .toList();
    }

    Employer insertUnlessThere(Employer employer, String organizationId, Instant now) {
        sql.insertInto(EMPLOYER)
                .set(EMPLOYER.ID, employer.id().value())
                .set(EMPLOYER.ALIAS, employer.alias())
                .set(EMPLOYER.NAME, employer.name())
                .set(EMPLOYER.ORGANIZATION_ID, organizationId)
                .set(EMPLOYER.CREATED_AT, now)
                .onConflictDoNothing()
                .execute();
        return sql.select(EMPLOYER.ID, EMPLOYER.ALIAS, EMPLOYER.NAME)
                .from(EMPLOYER)
                .where(EMPLOYER.ALIAS.eq(employer.alias()))
                .fetchSingle(row ->
                        new Employer(new EmployerId(row.value1()), row.value2(), row.value3()));
    }

    int grant(EmployerId employer, UUID subject, EmployerRole role, Instant now) {
        return sql.insertInto(MEMBERSHIP)
                .set(MEMBERSHIP.EMPLOYER_ID, employer.value())
                .set(MEMBERSHIP.SUBJECT, subject)
                .set(MEMBERSHIP.ROLE, role.wireName())
                .set(MEMBERSHIP.CREATED_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    /** Takes away every role but these. */
    void revokeAllBut(EmployerId employer, UUID subject, Set<EmployerRole> kept) {
        sql.deleteFrom(MEMBERSHIP)
                .where(
                        MEMBERSHIP.EMPLOYER_ID.eq(employer.value()),
                        MEMBERSHIP.SUBJECT.eq(subject),
                        MEMBERSHIP.ROLE.notIn(kept.stream().map(EmployerRole::wireName).toList()))
                .execute();
    }

    Optional<EstablishedEmployer> find(EmployerId id) {
        return sql.select(EMPLOYER.ALIAS, EMPLOYER.NAME, EMPLOYER.ORGANIZATION_ID)
                .from(EMPLOYER)
                .where(EMPLOYER.ID.eq(id.value()))
                .fetchOptional(row ->
                        new EstablishedEmployer(
                                new Employer(id, row.value1(), row.value2()),
                                Optional.ofNullable(row.value3())));
    }

    List<Employer> withIds(Collection<EmployerId> ids) {
        return sql.select(EMPLOYER.ID, EMPLOYER.ALIAS, EMPLOYER.NAME)
                .from(EMPLOYER)
                .where(EMPLOYER.ID.in(ids.stream().map(EmployerId::value).toList()))
                .orderBy(EMPLOYER.NAME, EMPLOYER.ID)
                .fetch(row ->
                        new Employer(new EmployerId(row.value1()), row.value2(), row.value3()));
    }

    private static Membership membership(Result<? extends Record> rows) {
        Record first = rows.getFirst();
        Set<EmployerRole> roles =
                rows.getValues(MEMBERSHIP.ROLE).stream()
                        .map(EmployerRole::ofWireName)
                        .collect(Collectors.toSet());
        return new Membership(
                new Employer(
                        new EmployerId(first.get(EMPLOYER.ID)),
                        first.get(EMPLOYER.ALIAS),
                        first.get(EMPLOYER.NAME)),
                Optional.ofNullable(first.get(EMPLOYER.ORGANIZATION_ID)),
                roles);
    }
}
