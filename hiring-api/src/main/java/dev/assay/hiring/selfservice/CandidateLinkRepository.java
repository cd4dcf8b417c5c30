package dev.assay.hiring.selfservice;

import static dev.assay.db.jooq.Tables.CANDIDATE_LINK;

import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record7;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class CandidateLinkRepository {

    private final DSLContext sql;

    CandidateLinkRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(EmployerId employer, CandidateLink link) {
        sql.insertInto(CANDIDATE_LINK)
                .set(CANDIDATE_LINK.EMPLOYER_ID, employer.value())
                .set(CANDIDATE_LINK.ID, link.id().value())
                .set(CANDIDATE_LINK.APPLICATION_ID, link.application().value())
                .set(CANDIDATE_LINK.OCCASION, link.occasion().wireName())
                .set(CANDIDATE_LINK.ISSUED_AT, link.issuedAt())
                .set(CANDIDATE_LINK.ISSUED_BY, link.issuedBy())
                .set(CANDIDATE_LINK.EXPIRES_AT, link.expiresAt())
                .execute();
    }

    Optional<CandidateLink> find(EmployerId employer, CandidateLinkId id) {
        return links().where(
                        CANDIDATE_LINK.EMPLOYER_ID.eq(employer.value()),
                        CANDIDATE_LINK.ID.eq(id.value()))
                .fetchOptional(CandidateLinkRepository::link);
    }

    boolean hasAny(EmployerId employer, ApplicationId application) {
        return sql.fetchExists(
                sql.selectOne()
                        .from(CANDIDATE_LINK)
                        .where(
                                CANDIDATE_LINK.EMPLOYER_ID.eq(employer.value()),
                                CANDIDATE_LINK.APPLICATION_ID.eq(application.value())));
    }

    /** Newest first. */
    Page<CandidateLink> of(
            EmployerId employer,
            ApplicationId application,
            Optional<PageCursor> after,
            PageSize size) {
        Condition ofApplication =
                CANDIDATE_LINK
                        .EMPLOYER_ID
                        .eq(employer.value())
                        .and(CANDIDATE_LINK.APPLICATION_ID.eq(application.value()));
        return Page.of(
                links().where(
                                after.map(cursor -> cursor.part(0, UUID::fromString))
                                        .map(CANDIDATE_LINK.ID::lt)
                                        .map(ofApplication::and)
                                        .orElse(ofApplication))
                        .orderBy(CANDIDATE_LINK.ID.desc())
                        .limit(size.plusOne())
                        .fetch(CandidateLinkRepository::link),
                size,
                last -> PageCursor.of(last.id().value()));
    }

    /** When each of these was last invited to show evidence. */
    Map<ApplicationId, Instant> lastInvited(
            EmployerId employer, Collection<ApplicationId> applications) {
        return sql.select(CANDIDATE_LINK.APPLICATION_ID, DSL.max(CANDIDATE_LINK.ISSUED_AT))
                .from(CANDIDATE_LINK)
                .where(
                        CANDIDATE_LINK.EMPLOYER_ID.eq(employer.value()),
                        CANDIDATE_LINK.OCCASION.eq(LinkOccasion.INVITATION.wireName()),
                        CANDIDATE_LINK.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()))
                .groupBy(CANDIDATE_LINK.APPLICATION_ID)
                .fetchMap(row -> new ApplicationId(row.value1()), row -> row.value2());
    }

    /** False when it was revoked before. */
    boolean revoke(EmployerId employer, CandidateLinkId id, String by, Instant now) {
        return sql.update(CANDIDATE_LINK)
                        .set(CANDIDATE_LINK.REVOKED_AT, now)
                        .set(CANDIDATE_LINK.REVOKED_BY, by)
                        .where(
                                CANDIDATE_LINK.EMPLOYER_ID.eq(employer.value()),
                                CANDIDATE_LINK.ID.eq(id.value()),
                                CANDIDATE_LINK.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    private SelectJoinStep<Record7<UUID, UUID, String, Instant, String, Instant, Instant>> links() {
        return sql.select(
                        CANDIDATE_LINK.ID,
                        CANDIDATE_LINK.APPLICATION_ID,
                        CANDIDATE_LINK.OCCASION,
                        CANDIDATE_LINK.ISSUED_AT,
                        CANDIDATE_LINK.ISSUED_BY,
                        CANDIDATE_LINK.EXPIRES_AT,
                        CANDIDATE_LINK.REVOKED_AT)
                .from(CANDIDATE_LINK);
    }

    private static CandidateLink link(Record row) {
        return new CandidateLink(
                new CandidateLinkId(row.get(CANDIDATE_LINK.ID)),
                new ApplicationId(row.get(CANDIDATE_LINK.APPLICATION_ID)),
                LinkOccasion.ofWireName(row.get(CANDIDATE_LINK.OCCASION)),
                row.get(CANDIDATE_LINK.ISSUED_AT),
                row.get(CANDIDATE_LINK.ISSUED_BY),
                row.get(CANDIDATE_LINK.EXPIRES_AT),
                Optional.ofNullable(row.get(CANDIDATE_LINK.REVOKED_AT)));
    }
}
