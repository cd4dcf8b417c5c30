package dev.assay.hiring.members;

import static dev.assay.db.jooq.Tables.MEMBER;

import dev.assay.hiring.platform.keycloak.Account;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectLimitStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class MemberRepository {

    private final DSLContext sql;

    MemberRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False when this employer has that person already. */
    boolean insert(EmployerId employer, Member member, Instant nextAttemptAt) {
        return sql.insertInto(MEMBER)
                        .set(MEMBER.EMPLOYER_ID, employer.value())
                        .set(MEMBER.ID, member.id().value())
                        .set(MEMBER.SUBJECT, member.subject())
                        .set(MEMBER.EMAIL, member.email())
                        .set(MEMBER.EMAIL_KEY, key(member.email()))
                        .set(MEMBER.GIVEN_NAME, member.givenName())
                        .set(MEMBER.FAMILY_NAME, member.familyName())
                        .set(MEMBER.ROLES, names(member.roles()))
                        .set(MEMBER.STATE, member.state().wireName())
                        .set(MEMBER.OPENING, false)
                        .set(MEMBER.ATTEMPTS, 0)
                        .set(MEMBER.NEXT_ATTEMPT_AT, nextAttemptAt)
                        .set(MEMBER.VERSION, member.version().value())
                        .set(MEMBER.CREATED_AT, member.createdAt())
                        .set(MEMBER.UPDATED_AT, member.updatedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Member> find(EmployerId employer, MemberId id) {
        return where(of(employer, id)).stream().findFirst();
    }

    Optional<Member> byEmail(EmployerId employer, String email) {
        return where(MEMBER.EMPLOYER_ID.eq(employer.value()).and(MEMBER.EMAIL_KEY.eq(key(email))))
                .stream()
                .findFirst();
    }

    List<Member> bySubjects(EmployerId employer, Collection<UUID> subjects) {
        return where(MEMBER.EMPLOYER_ID.eq(employer.value()).and(MEMBER.SUBJECT.in(subjects)));
    }

    List<Member> withIds(EmployerId employer, Collection<MemberId> ids) {
        return where(
                MEMBER.EMPLOYER_ID
                        .eq(employer.value())
                        .and(MEMBER.ID.in(ids.stream().map(MemberId::value).toList())));
    }

    Page<Member> list(EmployerId employer, Optional<PageCursor> after, PageSize size) {
        Condition matching = MEMBER.EMPLOYER_ID.eq(employer.value());
        if (after.isPresent()) {
            matching = matching.and(MEMBER.ID.gt(after.get().part(0, UUID::fromString)));
        }
        List<Member> rows = read(matching).limit(size.plusOne()).fetch(MemberRepository::member);
        return Page.of(rows, size, last -> PageCursor.of(last.id()));
    }

    /** Those who administer this employer, held until the transaction is over. */
    Set<MemberId> lockAdministrators(EmployerId employer) {
        return Set.copyOf(
                sql.select(MEMBER.ID)
                        .from(MEMBER)
                        .where(
                                MEMBER.EMPLOYER_ID.eq(employer.value()),
                                MEMBER.STATE.eq(MemberState.ACTIVE.wireName()),
                                DSL.val(EmployerRole.HR_ADMIN.wireName()).eq(DSL.any(MEMBER.ROLES)))
                        .orderBy(MEMBER.ID)
                        .forUpdate()
                        .fetch(row -> new MemberId(row.value1())));
    }

    boolean changeRoles(
            EmployerId employer,
            MemberId id,
            Version expected,
            Set<EmployerRole> roles,
            Instant now) {
        return sql.update(MEMBER)
                        .set(MEMBER.ROLES, names(roles))
                        .set(MEMBER.VERSION, expected.next().value())
                        .set(MEMBER.UPDATED_AT, now)
                        .where(of(employer, id).and(MEMBER.VERSION.eq(expected.value())))
                        .execute()
                == 1;
    }

    boolean delete(EmployerId employer, MemberId id, Version expected) {
        return sql.deleteFrom(MEMBER)
                        .where(of(employer, id).and(MEMBER.VERSION.eq(expected.value())))
                        .execute()
                == 1;
    }

    /** Takes the row that is due longest and puts its next attempt off, as a lease. */
    Optional<Due> take(EmployerId employer, Instant now, Instant untilThen) {
        Optional<Due> due =
                sql.select(MEMBER.ID, MEMBER.OPENING, MEMBER.ATTEMPTS)
                        .from(MEMBER)
                        .where(
                                MEMBER.EMPLOYER_ID.eq(employer.value()),
                                MEMBER.NEXT_ATTEMPT_AT.le(now))
                        .orderBy(MEMBER.NEXT_ATTEMPT_AT)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()
                        .fetchOptional(row ->
                                new Due(
                                        find(employer, new MemberId(row.value1())).orElseThrow(),
                                        row.value2(),
                                        row.value3() + 1));
        due.ifPresent(taken ->
                sql.update(MEMBER)
                        .set(MEMBER.ATTEMPTS, taken.attempt())
                        .set(MEMBER.NEXT_ATTEMPT_AT, untilThen)
                        .where(of(employer, taken.member().id()))
                        .execute());
        return due;
    }

    Optional<Instant> nextDue(EmployerId employer) {
        return sql.select(DSL.min(MEMBER.NEXT_ATTEMPT_AT))
                .from(MEMBER)
                .where(MEMBER.EMPLOYER_ID.eq(employer.value()))
                .fetchOptional(row -> row.value1());
    }

    /** From now on the password of the account is ours to set, until the invitation is complete. */
    void noteOpening(EmployerId employer, MemberId id) {
        sql.update(MEMBER).set(MEMBER.OPENING, true).where(of(employer, id)).execute();
    }

    /**
     * The invitation is complete. The roles are those of the row as it is now, which may have been
     * changed meanwhile; empty when it was removed.
     */
    Optional<Member> activate(EmployerId employer, MemberId id, Account account, Instant now) {
        sql.update(MEMBER)
                .set(MEMBER.STATE, MemberState.ACTIVE.wireName())
                .set(MEMBER.SUBJECT, account.subject())
                .set(MEMBER.EMAIL, DSL.coalesce(MEMBER.EMAIL, text(account.email())))
                .set(MEMBER.EMAIL_KEY, DSL.coalesce(MEMBER.EMAIL_KEY, text(key(account.email()))))
                .set(MEMBER.GIVEN_NAME, DSL.coalesce(text(account.givenName()), MEMBER.GIVEN_NAME))
                .set(
                        MEMBER.FAMILY_NAME,
                        DSL.coalesce(text(account.familyName()), MEMBER.FAMILY_NAME))
                .set(MEMBER.OPENING, false)
                .setNull(MEMBER.FAULT)
                .setNull(MEMBER.NEXT_ATTEMPT_AT)
                .set(MEMBER.VERSION, MEMBER.VERSION.plus(1))
                .set(MEMBER.UPDATED_AT, now)
                .where(of(employer, id).and(MEMBER.STATE.eq(MemberState.INVITED.wireName())))
                .execute();
        return find(employer, id).filter(member -> member.state() == MemberState.ACTIVE);
    }

    /** Fills in what Keycloak knows of somebody who was a member before. */
    void describe(EmployerId employer, MemberId id, Account account) {
        sql.update(MEMBER)
                .set(MEMBER.EMAIL, account.email())
                .set(MEMBER.EMAIL_KEY, key(account.email()))
                .set(MEMBER.GIVEN_NAME, account.givenName())
                .set(MEMBER.FAMILY_NAME, account.familyName())
                .setNull(MEMBER.FAULT)
                .setNull(MEMBER.NEXT_ATTEMPT_AT)
                .where(of(employer, id))
                .execute();
    }

    /**
     * @param nextAttemptAt when to try again; empty when trying the same again cannot help
     */
    void noteFault(
            EmployerId employer, MemberId id, String fault, Optional<Instant> nextAttemptAt) {
        sql.update(MEMBER)
                .set(MEMBER.FAULT, fault)
                .set(MEMBER.NEXT_ATTEMPT_AT, nextAttemptAt.orElse(null))
                .where(of(employer, id))
                .execute();
    }

    private List<Member> where(Condition condition) {
        return read(condition).fetch(MemberRepository::member);
    }

    private SelectLimitStep<? extends Record> read(Condition condition) {
        return sql.select(
                        MEMBER.ID,
                        MEMBER.SUBJECT,
                        MEMBER.EMAIL,
                        MEMBER.GIVEN_NAME,
                        MEMBER.FAMILY_NAME,
                        MEMBER.ROLES,
                        MEMBER.STATE,
                        MEMBER.FAULT,
                        MEMBER.VERSION,
                        MEMBER.CREATED_AT,
                        MEMBER.UPDATED_AT)
                .from(MEMBER)
                .where(condition)
                .orderBy(MEMBER.ID);
    }

    private static Condition of(EmployerId employer, MemberId id) {
        return MEMBER.EMPLOYER_ID.eq(employer.value()).and(MEMBER.ID.eq(id.value()));
    }

    private static Field<String> text(@Nullable String text) {
        return DSL.val(text, MEMBER.EMAIL);
    }

    private static String[] names(Set<EmployerRole> roles) {
        return roles.stream().sorted().map(EmployerRole::wireName).toArray(String[]::new);
    }

    /** What two spellings of one address have in common. */
    private static @Nullable String key(@Nullable String email) {
        return email == null
                ? null
                : Normalizer.normalize(email, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Member member(Record row) {
        return new Member(
                new MemberId(row.get(MEMBER.ID)),
                row.get(MEMBER.SUBJECT),
                row.get(MEMBER.EMAIL),
                row.get(MEMBER.GIVEN_NAME),
                row.get(MEMBER.FAMILY_NAME),
                Arrays.stream(row.get(MEMBER.ROLES))
                        .map(EmployerRole::ofWireName)
                        .collect(Collectors.toUnmodifiableSet()),
                MemberState.ofWireName(row.get(MEMBER.STATE)),
                row.get(MEMBER.FAULT),
                new Version(row.get(MEMBER.VERSION)),
                row.get(MEMBER.CREATED_AT),
                row.get(MEMBER.UPDATED_AT));
    }

    /**
     * A row in a worker's hands.
     *
     * @param opening an earlier attempt was about to open an account for this person
     */
    record Due(Member member, boolean opening, int attempt) {}
}
