package dev.assay.hiring.partners;

import static dev.assay.db.jooq.Tables.PARTNER;
import static dev.assay.db.jooq.Tables.PARTNER_GRANT;

import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Permission;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class PartnerRepository {

    private final DSLContext sql;

    PartnerRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False when there is such a client already. */
    boolean insert(Partner partner) {
        return sql.insertInto(PARTNER)
                        .set(PARTNER.ID, partner.id().value())
                        .set(
                                PARTNER.EMPLOYER_ID,
                                partner.owner().map(EmployerId::value).orElse(null))
                        .set(PARTNER.CLIENT_ID, partner.clientId())
                        .set(PARTNER.SUBJECT, partner.subject())
                        .set(PARTNER.NAME, partner.name())
                        .set(PARTNER.DISABLED, partner.disabled())
                        .set(PARTNER.VERSION, partner.version().value())
                        .set(PARTNER.CREATED_AT, partner.createdAt())
                        .set(PARTNER.UPDATED_AT, partner.updatedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False when the partner is no longer at the expected version. */
    boolean update(Version expected, Partner partner) {
        Optional<Partner.Former> former = partner.former();
        return sql.update(PARTNER)
                        .set(PARTNER.CLIENT_ID, partner.clientId())
                        .set(PARTNER.SUBJECT, partner.subject())
                        .set(
                                PARTNER.FORMER_CLIENT_ID,
                                former.map(Partner.Former::clientId).orElse(null))
                        .set(
                                PARTNER.FORMER_SUBJECT,
                                former.map(Partner.Former::subject).orElse(null))
                        .set(PARTNER.FORMER_UNTIL, former.map(Partner.Former::until).orElse(null))
                        .set(PARTNER.NAME, partner.name())
                        .set(PARTNER.DISABLED, partner.disabled())
                        .set(PARTNER.VERSION, partner.version().value())
                        .set(PARTNER.UPDATED_AT, partner.updatedAt())
                        .where(
                                PARTNER.ID.eq(partner.id().value()),
                                PARTNER.VERSION.eq(expected.value()))
                        .execute()
                == 1;
    }

    /** The partner has this former client no more; nothing when it has another one by now. */
    void forgetFormer(PartnerId id, String clientId, Instant now) {
        sql.update(PARTNER)
                .setNull(PARTNER.FORMER_CLIENT_ID)
                .setNull(PARTNER.FORMER_SUBJECT)
                .setNull(PARTNER.FORMER_UNTIL)
                .set(PARTNER.VERSION, PARTNER.VERSION.plus(1))
                .set(PARTNER.UPDATED_AT, now)
                .where(PARTNER.ID.eq(id.value()), PARTNER.FORMER_CLIENT_ID.eq(clientId))
                .execute();
    }

    Optional<PartnerId> withSubject(UUID subject) {
        return sql.select(PARTNER.ID)
                .from(PARTNER)
                .where(PARTNER.SUBJECT.eq(subject))
                .fetchOptional(row -> new PartnerId(row.value1()));
    }

    /** A partner the employer may see: its own, or one of the operator's. */
    Optional<PartnerView> find(EmployerId employer, PartnerId id) {
        return selected(employer)
                .where(PARTNER.ID.eq(id.value()), isSeenBy(employer))
                .fetchOptional(row -> view(employer, row));
    }

    Page<PartnerView> list(EmployerId employer, Optional<PageCursor> after, PageSize size) {
        Condition later =
                after.map(cursor -> PARTNER.ID.gt(cursor.part(0, UUID::fromString)))
                        .orElse(DSL.noCondition());
        List<PartnerView> rows =
                selected(employer)
                        .where(isSeenBy(employer), later)
                        .orderBy(PARTNER.ID)
                        .limit(size.plusOne())
                        .fetch(row -> view(employer, row));
        return Page.of(rows, size, last -> PageCursor.of(last.partner().id()));
    }

    /** False when there is a grant already. */
    boolean insert(EmployerId employer, Grant grant) {
        return sql.insertInto(PARTNER_GRANT)
                        .set(PARTNER_GRANT.EMPLOYER_ID, employer.value())
                        .set(PARTNER_GRANT.PARTNER_ID, grant.partner().value())
                        .set(PARTNER_GRANT.PERMISSIONS, rights(grant))
                        .set(PARTNER_GRANT.JOBS, jobs(grant))
                        .set(PARTNER_GRANT.VERSION, grant.version().value())
                        .set(PARTNER_GRANT.CREATED_AT, grant.createdAt())
                        .set(PARTNER_GRANT.UPDATED_AT, grant.updatedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False when the grant is no longer at the expected version. */
    boolean update(EmployerId employer, Version expected, Grant grant) {
        return sql.update(PARTNER_GRANT)
                        .set(PARTNER_GRANT.PERMISSIONS, rights(grant))
                        .set(PARTNER_GRANT.JOBS, jobs(grant))
                        .set(PARTNER_GRANT.VERSION, grant.version().value())
                        .set(PARTNER_GRANT.UPDATED_AT, grant.updatedAt())
                        .where(isOf(employer, grant.partner(), expected))
                        .execute()
                == 1;
    }

    /** False when the grant is no longer at the expected version. */
    boolean delete(EmployerId employer, PartnerId partner, Version expected) {
        return sql.deleteFrom(PARTNER_GRANT).where(isOf(employer, partner, expected)).execute()
                == 1;
    }

    /**
     * What the partner with this service account may do where; none when it is disabled, or this is
     * a former client's whose time is over.
     */
    List<Actor.Partner> grantsOf(UUID subject, Instant now) {
        return grants().where(
                        PARTNER.SUBJECT
                                .eq(subject)
                                .or(
                                        PARTNER.FORMER_SUBJECT
                                                .eq(subject)
                                                .and(PARTNER.FORMER_UNTIL.gt(now))),
                        PARTNER.DISABLED.isFalse())
                .orderBy(PARTNER_GRANT.EMPLOYER_ID)
                .fetch(PartnerRepository::acting);
    }

    /** What a partner may do at one employer; empty when that is nothing, or it is disabled. */
    Optional<Actor.Partner> grantOf(EmployerId employer, PartnerId id) {
        return grants().where(
                        PARTNER.ID.eq(id.value()),
                        PARTNER_GRANT.EMPLOYER_ID.eq(employer.value()),
                        PARTNER.DISABLED.isFalse())
                .fetchOptional(PartnerRepository::acting);
    }

    private SelectOnConditionStep<Record4<UUID, UUID, String[], UUID[]>> grants() {
        return sql.select(
                        PARTNER_GRANT.EMPLOYER_ID,
                        PARTNER_GRANT.PARTNER_ID,
                        PARTNER_GRANT.PERMISSIONS,
                        PARTNER_GRANT.JOBS)
                .from(PARTNER)
                .join(PARTNER_GRANT)
                .on(PARTNER_GRANT.PARTNER_ID.eq(PARTNER.ID));
    }

    private static Actor.Partner acting(Record4<UUID, UUID, String[], UUID[]> row) {
        return new Actor.Partner(
                new EmployerId(row.value1()),
                row.value2(),
                permissions(row.value3()),
                reach(row.value4()));
    }

    private SelectOnConditionStep<? extends Record> selected(EmployerId employer) {
        return sql.select(
                        PARTNER.ID,
                        PARTNER.EMPLOYER_ID,
                        PARTNER.CLIENT_ID,
                        PARTNER.SUBJECT,
                        PARTNER.FORMER_CLIENT_ID,
                        PARTNER.FORMER_SUBJECT,
                        PARTNER.FORMER_UNTIL,
                        PARTNER.NAME,
                        PARTNER.DISABLED,
                        PARTNER.VERSION,
                        PARTNER.CREATED_AT,
                        PARTNER.UPDATED_AT,
                        PARTNER_GRANT.PERMISSIONS,
                        PARTNER_GRANT.JOBS,
                        PARTNER_GRANT.VERSION,
                        PARTNER_GRANT.CREATED_AT,
                        PARTNER_GRANT.UPDATED_AT)
                .from(PARTNER)
                .leftJoin(PARTNER_GRANT)
                .on(
                        PARTNER_GRANT.EMPLOYER_ID.eq(employer.value()),
                        PARTNER_GRANT.PARTNER_ID.eq(PARTNER.ID));
    }

    private static Condition isSeenBy(EmployerId employer) {
        return PARTNER.EMPLOYER_ID.isNull().or(PARTNER.EMPLOYER_ID.eq(employer.value()));
    }

    private static Condition isOf(EmployerId employer, PartnerId partner, Version version) {
        return PARTNER_GRANT
                .EMPLOYER_ID
                .eq(employer.value())
                .and(PARTNER_GRANT.PARTNER_ID.eq(partner.value()))
                .and(PARTNER_GRANT.VERSION.eq(version.value()));
    }

    private static PartnerView view(EmployerId employer, Record row) {
        Partner partner =
                new Partner(
                        new PartnerId(row.get(PARTNER.ID)),
                        Optional.ofNullable(row.get(PARTNER.EMPLOYER_ID)).map(EmployerId::new),
                        row.get(PARTNER.CLIENT_ID),
                        row.get(PARTNER.SUBJECT),
                        former(row),
                        row.get(PARTNER.NAME),
                        row.get(PARTNER.DISABLED),
                        new Version(row.get(PARTNER.VERSION)),
                        row.get(PARTNER.CREATED_AT),
                        row.get(PARTNER.UPDATED_AT));
        return new PartnerView(partner, partner.isOf(employer), grant(partner.id(), row));
    }

    private static Optional<Partner.Former> former(Record row) {
        String client = row.get(PARTNER.FORMER_CLIENT_ID);
        return client == null
                ? Optional.empty()
                : Optional.of(
                        new Partner.Former(
                                client,
                                row.get(PARTNER.FORMER_SUBJECT),
                                row.get(PARTNER.FORMER_UNTIL)));
    }

    private static Optional<Grant> grant(PartnerId partner, Record row) {
        String[] rights = row.get(PARTNER_GRANT.PERMISSIONS);
        if (rights == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Grant(
                        partner,
                        Arrays.stream(rights)
                                .map(PartnerRight::ofWireName)
                                .collect(Collectors.toSet()),
                        Optional.ofNullable(row.get(PARTNER_GRANT.JOBS))
                                .map(jobs ->
                                        Arrays.stream(jobs)
                                                .map(JobId::new)
                                                .collect(Collectors.toSet())),
                        new Version(row.get(PARTNER_GRANT.VERSION)),
                        row.get(PARTNER_GRANT.CREATED_AT),
                        row.get(PARTNER_GRANT.UPDATED_AT)));
    }

    private static String[] rights(Grant grant) {
        return grant.rights().stream().map(PartnerRight::wireName).sorted().toArray(String[]::new);
    }

    private static UUID @Nullable [] jobs(Grant grant) {
        return grant.jobs()
                .map(jobs -> jobs.stream().map(JobId::value).sorted().toArray(UUID[]::new))
                .orElse(null);
    }

    private static Set<Permission> permissions(String[] rights) {
        return Arrays.stream(rights)
                .map(PartnerRight::ofWireName)
                .map(PartnerRight::permission)
                .collect(Collectors.toSet());
    }

    private static JobReach reach(UUID @Nullable [] jobs) {
        return jobs == null ? new JobReach.Everywhere() : new JobReach.Only(Set.of(jobs));
    }
}
