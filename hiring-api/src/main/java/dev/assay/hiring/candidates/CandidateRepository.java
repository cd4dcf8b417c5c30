package dev.assay.hiring.candidates;

import static dev.assay.db.jooq.Tables.CANDIDATE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.assay.db.jooq.tables.records.CandidateRecord;
import dev.assay.hiring.platform.lists.SearchWords;
import dev.assay.hiring.platform.persistence.BlindPeople;
import dev.assay.hiring.platform.persistence.Rendered;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

@Repository
class CandidateRepository {

    /** Of more, the first ones will do: merged, they make room for the next. */
    private static final int MOST_DUPLICATES = 20;

    private static final String BLIND = "blind";

    private final DSLContext sql;
    private final Rendered samePersonIds;

    CandidateRepository(DSLContext sql) {
        this.sql = sql;
        this.samePersonIds =
                new Rendered(
                        sql,
                        sql.select(CANDIDATE.ID)
                                .from(CANDIDATE)
                                .where(isSamePerson(Rendered.EMPLOYER, Rendered.ID)));
    }

    /**
     * Those of them that are stored now: whoever has a vouched-for address that somebody else was
     * admitted with meanwhile is not. In the order of their addresses, so that of two who store the
     * same at once one waits for the other, and not each for each.
     */
    Set<CandidateId> insert(EmployerId employer, List<Candidate> candidates, String assertedBy) {
        return sql.insertInto(CANDIDATE)
                .set(
                        candidates.stream()
                                .sorted(Comparator.comparing(one -> one.email().key()))
                                .map(one -> row(employer, one, assertedBy))
                                .toList())
                .onConflictDoNothing()
                .returning(CANDIDATE.ID)
                .fetchSet(row -> new CandidateId(row.getId()));
    }

    private CandidateRecord row(EmployerId employer, Candidate candidate, String assertedBy) {
        boolean asserted = candidate.emailStatus() == EmailStatus.ASSERTED;
        CandidateRecord row = sql.newRecord(CANDIDATE);
        row.setEmployerId(employer.value());
        row.setId(candidate.id().value());
        row.setGivenName(candidate.givenName());
        row.setFamilyName(candidate.familyName());
        row.setEmail(candidate.email().address());
        row.setEmailKey(candidate.email().key());
        row.setEmailStatus(candidate.emailStatus().wireName());
        row.setEmailAssertedBy(asserted ? assertedBy : null);
        row.setPhone(candidate.phone());
        row.setCreatedAt(candidate.createdAt());
        row.setVersion(candidate.version().value());
        return row;
    }

    /**
     * Those who are known to have one of these addresses as their own, whom we have known longest
     * first; against changes until the transaction ends.
     */
    List<Candidate> byConfirmedEmails(EmployerId employer, Collection<String> emailKeys) {
        return where(
                        employer,
                        CANDIDATE
                                .EMPLOYER_ID
                                .eq(employer.value())
                                .and(CANDIDATE.EMAIL_KEY.eq(any(emailKeys.toArray(String[]::new))))
                                .and(CANDIDATE.EMAIL_STATUS.ne(EmailStatus.UNCONFIRMED.wireName())))
                .orderBy(CANDIDATE.ID)
                .forNoKeyUpdate()
                .fetch(CandidateRepository::candidate);
    }

    List<Candidate> withIds(EmployerId employer, Collection<CandidateId> ids) {
        return where(
                        employer,
                        CANDIDATE
                                .EMPLOYER_ID
                                .eq(employer.value())
                                .and(CANDIDATE.ID.in(ids.stream().map(CandidateId::value).toList()))
                                .and(CANDIDATE.ERASED_AT.isNull()))
                .fetch(CandidateRepository::candidate);
    }

    /** Newest first. */
    Page<Candidate> list(
            EmployerId employer,
            CandidateFilter filter,
            Optional<PageCursor> after,
            PageSize size) {
        Condition own = wanted(employer, filter);
        List<Candidate> rows =
                where(
                                employer,
                                after.map(cursor ->
                                                own.and(
                                                        CANDIDATE.ID.lt(
                                                                cursor.part(0, UUID::fromString))))
                                        .orElse(own))
                        .orderBy(CANDIDATE.ID.desc())
                        .limit(size.plusOne())
                        .fetch(CandidateRepository::candidate);
        return Page.of(rows, size, last -> PageCursor.of(last.id()));
    }

    /** Those of these candidates who are wanted. */
    List<Candidate> among(EmployerId employer, CandidateFilter filter, Set<UUID> ids) {
        return where(
                        employer,
                        wanted(employer, filter)
                                .and(CANDIDATE.ID.eq(any(ids.toArray(UUID[]::new)))))
                .orderBy(CANDIDATE.ID.desc())
                .fetch(CandidateRepository::candidate);
    }

    private static Condition wanted(EmployerId employer, CandidateFilter filter) {
        Condition wanted =
                CANDIDATE.EMPLOYER_ID.eq(employer.value()).and(CANDIDATE.ERASED_AT.isNull());
        if (!filter.emailStatuses().isEmpty()) {
            wanted =
                    wanted.and(
                            CANDIDATE.EMAIL_STATUS.in(
                                    filter.emailStatuses().stream()
                                            .map(EmailStatus::wireName)
                                            .toList()));
        }
        Field<String> told =
                lower(
                        concat(
                                CANDIDATE.GIVEN_NAME,
                                val(" "),
                                CANDIDATE.FAMILY_NAME,
                                val(" "),
                                CANDIDATE.EMAIL,
                                val(" "),
                                coalesce(CANDIDATE.PHONE, val(""))));
        List<String> patterns = filter.words().map(SearchWords::patterns).orElse(List.of());
        for (String pattern : patterns) {
            wanted = wanted.and(told.like(lower(pattern), '\\'));
        }
        // Whoever is found by a name is known by it.
        return patterns.isEmpty()
                ? wanted
                : wanted.and(not(BlindPeople.hides(employer, CANDIDATE.ID)));
    }

    /** These candidates, against changes by others until the transaction ends. */
    List<Candidate> hold(EmployerId employer, Collection<CandidateId> ids) {
        return where(employer, isOneOf(employer, ids).and(CANDIDATE.ERASED_AT.isNull()))
                .orderBy(CANDIDATE.ID)
                .forNoKeyUpdate()
                .fetch(CandidateRepository::candidate);
    }

    /** Everybody who is the same person as this one, themselves among them, oldest first. */
    List<Candidate> samePerson(EmployerId employer, CandidateId candidate) {
        return where(employer, isSamePerson(employer, candidate))
                .orderBy(CANDIDATE.ID)
                .fetch(CandidateRepository::candidate);
    }

    /** Those of these whose name is withheld from who judges them. */
    Set<CandidateId> blindAmong(EmployerId employer, Collection<CandidateId> ids) {
        return sql.select(CANDIDATE.ID)
                .from(CANDIDATE)
                .where(isOneOf(employer, ids), BlindPeople.hides(employer, CANDIDATE.ID))
                .fetchSet(row -> new CandidateId(row.value1()));
    }

    Set<CandidateId> samePersonIds(EmployerId employer, CandidateId candidate) {
        return Set.copyOf(
                samePersonIds.fetch(
                        employer,
                        candidate.value(),
                        row -> new CandidateId(row.get(CANDIDATE.ID))));
    }

    /** The same for each of these; nobody for who is erased. */
    Map<CandidateId, Set<CandidateId>> samePersonIds(
            EmployerId employer, Collection<CandidateId> candidates) {
        var one = CANDIDATE.as("one");
        Field<UUID> root = coalesce(one.ROOT_ID, one.ID);
        return sql.select(one.ID, CANDIDATE.ID)
                .from(one)
                .join(CANDIDATE)
                .on(
                        CANDIDATE.EMPLOYER_ID.eq(employer.value()),
                        CANDIDATE.ID.eq(root).or(CANDIDATE.ROOT_ID.eq(root)))
                .where(
                        one.EMPLOYER_ID.eq(employer.value()),
                        one.ID.eq(
                                any(
                                        candidates.stream()
                                                .map(CandidateId::value)
                                                .toArray(UUID[]::new))),
                        CANDIDATE.ERASED_AT.isNull())
                .collect(
                        groupingBy(
                                row -> new CandidateId(row.value1()),
                                mapping(row -> new CandidateId(row.value2()), toSet())));
    }

    /** Others of another person who gave the same address. */
    List<Candidate> sharingAddress(EmployerId employer, Candidate candidate) {
        return where(
                        employer,
                        CANDIDATE
                                .EMPLOYER_ID
                                .eq(employer.value())
                                .and(CANDIDATE.EMAIL_KEY.eq(candidate.email().key()))
                                .and(CANDIDATE.ID.ne(candidate.root().value()))
                                .and(
                                        CANDIDATE
                                                .ROOT_ID
                                                .isNull()
                                                .or(
                                                        CANDIDATE.ROOT_ID.ne(
                                                                candidate.root().value()))))
                .orderBy(CANDIDATE.ID)
                .limit(MOST_DUPLICATES)
                .fetch(CandidateRepository::candidate);
    }

    /** False when the candidate is no longer at the expected version. */
    boolean correct(
            EmployerId employer,
            CandidateId candidate,
            Version expected,
            ProfileCorrection correction) {
        return sql.update(CANDIDATE)
                        .set(CANDIDATE.GIVEN_NAME, correction.givenName())
                        .set(CANDIDATE.FAMILY_NAME, correction.familyName())
                        .set(CANDIDATE.PHONE, correction.phone())
                        .set(CANDIDATE.VERSION, expected.next().value())
                        .where(
                                isOneOf(employer, Set.of(candidate))
                                        .and(CANDIDATE.VERSION.eq(expected.value()))
                                        .and(CANDIDATE.ERASED_AT.isNull()))
                        .execute()
                == 1;
    }

    /** Hangs a person's root below somebody of another person. */
    void hang(EmployerId employer, CandidateId candidate, CandidateId parent, CandidateId root) {
        sql.update(CANDIDATE)
                .set(CANDIDATE.MERGED_INTO, parent.value())
                .set(CANDIDATE.ROOT_ID, root.value())
                .set(CANDIDATE.VERSION, CANDIDATE.VERSION.plus(1))
                .where(isOneOf(employer, Set.of(candidate)))
                .execute();
    }

    /** Makes a candidate stand for themselves. */
    void unhang(EmployerId employer, CandidateId candidate) {
        sql.update(CANDIDATE)
                .setNull(CANDIDATE.MERGED_INTO)
                .setNull(CANDIDATE.ROOT_ID)
                .set(CANDIDATE.VERSION, CANDIDATE.VERSION.plus(1))
                .where(isOneOf(employer, Set.of(candidate)))
                .execute();
    }

    /** Says who stands for these, who are merged all of them. */
    void setRoot(EmployerId employer, Collection<CandidateId> merged, CandidateId root) {
        sql.update(CANDIDATE)
                .set(CANDIDATE.ROOT_ID, root.value())
                .set(CANDIDATE.VERSION, CANDIDATE.VERSION.plus(1))
                .where(isOneOf(employer, merged))
                .execute();
    }

    void raise(EmployerId employer, CandidateId candidate) {
        sql.update(CANDIDATE)
                .set(CANDIDATE.VERSION, CANDIDATE.VERSION.plus(1))
                .where(isOneOf(employer, Set.of(candidate)))
                .execute();
    }

    /** Leaves of the person what points to nobody: an id, and when they came and went. */
    void empty(EmployerId employer, CandidateId candidate, Instant now) {
        sql.update(CANDIDATE)
                .setNull(CANDIDATE.GIVEN_NAME)
                .setNull(CANDIDATE.FAMILY_NAME)
                .setNull(CANDIDATE.EMAIL)
                .setNull(CANDIDATE.EMAIL_KEY)
                .setNull(CANDIDATE.EMAIL_ASSERTED_BY)
                .setNull(CANDIDATE.PHONE)
                .set(CANDIDATE.EMAIL_STATUS, EmailStatus.UNCONFIRMED.wireName())
                .set(CANDIDATE.VERSION, CANDIDATE.VERSION.plus(1))
                .set(CANDIDATE.ERASED_AT, now)
                .where(
                        CANDIDATE.EMPLOYER_ID.eq(employer.value()),
                        CANDIDATE.ID.eq(candidate.value()),
                        CANDIDATE.ERASED_AT.isNull())
                .execute();
    }

    private static Condition isOneOf(EmployerId employer, Collection<CandidateId> ids) {
        return CANDIDATE
                .EMPLOYER_ID
                .eq(employer.value())
                .and(CANDIDATE.ID.in(ids.stream().map(CandidateId::value).toList()));
    }

    private static Condition isSamePerson(EmployerId employer, CandidateId candidate) {
        return isSamePerson(val(employer.value()), val(candidate.value()));
    }

    private static Condition isSamePerson(Field<UUID> employer, Field<UUID> candidate) {
        var self = CANDIDATE.as("self");
        Field<UUID> root =
                field(
                        select(coalesce(self.ROOT_ID, self.ID))
                                .from(self)
                                .where(self.EMPLOYER_ID.eq(employer), self.ID.eq(candidate)));
        return CANDIDATE
                .EMPLOYER_ID
                .eq(employer)
                .and(CANDIDATE.ID.eq(root).or(CANDIDATE.ROOT_ID.eq(root)))
                .and(CANDIDATE.ERASED_AT.isNull());
    }

    /** False when there is no such candidate, or their address is known to be their own. */
    boolean confirm(EmployerId employer, CandidateId candidate, EmailStatus status, String by) {
        return sql.update(CANDIDATE)
                        .set(CANDIDATE.EMAIL_STATUS, status.wireName())
                        .set(
                                CANDIDATE.EMAIL_ASSERTED_BY,
                                status == EmailStatus.ATTESTED ? by : null)
                        .set(CANDIDATE.VERSION, CANDIDATE.VERSION.plus(1))
                        .where(
                                CANDIDATE.EMPLOYER_ID.eq(employer.value()),
                                CANDIDATE.ID.eq(candidate.value()),
                                CANDIDATE.EMAIL_STATUS.eq(EmailStatus.UNCONFIRMED.wireName()),
                                CANDIDATE.ERASED_AT.isNull())
                        .execute()
                == 1;
    }

    private SelectConditionStep<? extends Record> where(EmployerId employer, Condition condition) {
        return sql.select(
                        CANDIDATE.ID,
                        CANDIDATE.GIVEN_NAME,
                        CANDIDATE.FAMILY_NAME,
                        CANDIDATE.EMAIL,
                        CANDIDATE.EMAIL_STATUS,
                        CANDIDATE.PHONE,
                        CANDIDATE.CREATED_AT,
                        CANDIDATE.VERSION,
                        CANDIDATE.MERGED_INTO,
                        CANDIDATE.ROOT_ID,
                        field(BlindPeople.hides(employer, CANDIDATE.ID)).as(BLIND))
                .from(CANDIDATE)
                .where(condition);
    }

    private static Candidate candidate(Record row) {
        return new Candidate(
                new CandidateId(row.get(CANDIDATE.ID)),
                row.get(CANDIDATE.GIVEN_NAME),
                row.get(CANDIDATE.FAMILY_NAME),
                new Email(row.get(CANDIDATE.EMAIL)),
                EmailStatus.ofWireName(row.get(CANDIDATE.EMAIL_STATUS)),
                row.get(CANDIDATE.PHONE),
                row.get(CANDIDATE.CREATED_AT),
                new Version(row.get(CANDIDATE.VERSION)),
                Optional.ofNullable(row.get(CANDIDATE.MERGED_INTO)).map(CandidateId::new),
                new CandidateId(
                        Optional.ofNullable(row.get(CANDIDATE.ROOT_ID))
                                .orElse(row.get(CANDIDATE.ID))),
                row.get(BLIND, boolean.class));
    }
}
