package dev.assay.hiring.platform.mail;

import static dev.assay.db.jooq.Tables.MAIL;

import dev.assay.db.jooq.tables.records.MailRecord;
import dev.assay.hiring.platform.persistence.BlindPeople;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Mail;
import dev.assay.hiring.shared.MailKind;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.PersonId;
import dev.assay.hiring.shared.TimelineScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class MailRepository {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final Condition QUEUED = MAIL.STATE.eq(MailState.QUEUED.wireName());

    private final DSLContext sql;
    private final JsonMapper json;

    MailRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(EmployerId employer, Map<MailId, Mail> mails, Instant now) {
        List<MailRecord> rows = new ArrayList<>();
        mails.forEach((id, mail) -> rows.add(queued(employer, id, mail, now)));
        sql.insertInto(MAIL).set(rows).execute();
    }

    private MailRecord queued(EmployerId employer, MailId id, Mail mail, Instant now) {
        MailRecord row = sql.newRecord(MAIL);
        row.setEmployerId(employer.value());
        row.setId(id.value());
        row.setKind(mail.kind().wireName());
        row.setRecipient(mail.recipient());
        row.setPersonId(mail.about().map(PersonId::value).orElse(null));
        row.setWords(JSONB.jsonb(json.writeValueAsString(mail.words())));
        row.setState(MailState.QUEUED.wireName());
        row.setAttempts(0);
        row.setNextAttemptAt(now);
        row.setQueuedAt(now);
        return row;
    }

    /**
     * Takes the mail that is due longest, unless another worker holds it, and puts its next attempt
     * off: whoever took it and died has it taken up by another then.
     */
    Optional<Taken> take(EmployerId employer, Instant now, Instant untilThen) {
        return sql.select(MAIL.ID, MAIL.KIND, MAIL.RECIPIENT, MAIL.WORDS, MAIL.ATTEMPTS)
                .from(MAIL)
                .where(MAIL.EMPLOYER_ID.eq(employer.value()), QUEUED, MAIL.NEXT_ATTEMPT_AT.le(now))
                .orderBy(MAIL.NEXT_ATTEMPT_AT)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(row ->
                        new Taken(
                                new MailId(row.value1()),
                                kind(row.value2()),
                                row.value3(),
                                json.readValue(row.value4().data(), WORDS),
                                row.value5() + 1))
                .map(taken -> {
                    sql.update(MAIL)
                            .set(MAIL.ATTEMPTS, taken.attempt())
                            .set(MAIL.NEXT_ATTEMPT_AT, untilThen)
                            .where(
                                    MAIL.EMPLOYER_ID.eq(employer.value()),
                                    MAIL.ID.eq(taken.id().value()))
                            .execute();
                    return taken;
                });
    }

    /** It went out, or it never will: what it said is not kept any longer. */
    void settle(
            EmployerId employer, Taken mail, MailState state, Optional<String> fault, Instant at) {
        sql.update(MAIL)
                .set(MAIL.STATE, state.wireName())
                .set(MAIL.FAULT, fault.orElse(null))
                .set(MAIL.SETTLED_AT, at)
                .set(
                        MAIL.TEXT_VERSION,
                        state == MailState.SENT ? MailText.version(mail.kind()) : null)
                .setNull(MAIL.WORDS)
                .where(stillHeldBy(employer, mail))
                .execute();
    }

    void tryAgain(EmployerId employer, Taken mail, String fault, Instant at) {
        sql.update(MAIL)
                .set(MAIL.FAULT, fault)
                .set(MAIL.NEXT_ATTEMPT_AT, at)
                .where(stillHeldBy(employer, mail))
                .execute();
    }

    private static Condition stillHeldBy(EmployerId employer, Taken mail) {
        return MAIL.EMPLOYER_ID
                .eq(employer.value())
                .and(MAIL.ID.eq(mail.id().value()))
                .and(QUEUED)
                .and(MAIL.ATTEMPTS.eq(mail.attempt()));
    }

    /** When the next mail of this employer is due. */
    Optional<Instant> nextDue(EmployerId employer) {
        return sql.select(DSL.min(MAIL.NEXT_ATTEMPT_AT))
                .from(MAIL)
                .where(MAIL.EMPLOYER_ID.eq(employer.value()), QUEUED)
                .fetchOptional(row -> row.value1());
    }

    Page<MailEntry> list(EmployerId employer, Optional<PageCursor> after, PageSize size) {
        Condition matching = MAIL.EMPLOYER_ID.eq(employer.value());
        if (after.isPresent()) {
            matching = matching.and(MAIL.ID.lt(after.get().part(0, UUID::fromString)));
        }
        // Ids grow with time, so the primary key read backwards is newest first.
        List<MailEntry> rows = entries(employer, matching, size.plusOne());
        return Page.of(rows, size, last -> PageCursor.of(last.id()));
    }

    Optional<MailEntry> find(EmployerId employer, MailId id) {
        return entries(
                        employer,
                        MAIL.EMPLOYER_ID.eq(employer.value()).and(MAIL.ID.eq(id.value())),
                        1)
                .stream()
                .findFirst();
    }

    private List<MailEntry> entries(EmployerId employer, Condition matching, int atMost) {
        return entries(employer, matching, atMost, MAIL.ID.desc());
    }

    private List<MailEntry> entries(
            EmployerId employer, Condition matching, int atMost, SortField<?>... order) {
        return sql.select(
                        MAIL.ID,
                        MAIL.KIND,
                        MAIL.TEXT_VERSION,
                        MAIL.RECIPIENT,
                        MAIL.STATE,
                        MAIL.ATTEMPTS,
                        MAIL.FAULT,
                        MAIL.QUEUED_AT,
                        MAIL.SETTLED_AT,
                        DSL.field(BlindPeople.hides(employer, MAIL.PERSON_ID)))
                .from(MAIL)
                .where(matching)
                .orderBy(order)
                .limit(atMost)
                .fetch(row ->
                        new MailEntry(
                                new MailId(row.value1()),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                MailState.ofWireName(row.value5()),
                                row.value6(),
                                row.value7(),
                                row.value8(),
                                row.value9(),
                                row.value10()));
    }

    /** The mail about a person, newest first. */
    Page<MailEntry> about(
            EmployerId employer, PersonId person, Optional<PageCursor> after, PageSize size) {
        Condition matching =
                MAIL.EMPLOYER_ID.eq(employer.value()).and(MAIL.PERSON_ID.eq(person.value()));
        if (after.isPresent()) {
            matching = matching.and(MAIL.ID.lt(after.get().part(0, UUID::fromString)));
        }
        return Page.of(
                entries(employer, matching, size.plusOne()),
                size,
                last -> PageCursor.of(last.id()));
    }

    /** What has gone out to the people of this scope, newest first. */
    List<MailEntry> sent(EmployerId employer, TimelineScope scope) {
        Condition wanted =
                scope.from()
                        .<Condition>map(start ->
                                DSL.row(MAIL.SETTLED_AT, MAIL.ID).le(start.at(), start.id()))
                        .orElse(DSL.noCondition());
        return entries(
                employer,
                MAIL.EMPLOYER_ID
                        .eq(employer.value())
                        .and(
                                MAIL.PERSON_ID.in(
                                        scope.people().stream().map(PersonId::value).toList()))
                        .and(MAIL.STATE.eq(MailState.SENT.wireName()))
                        .and(wanted),
                scope.atMost(),
                MAIL.SETTLED_AT.desc(),
                MAIL.ID.desc());
    }

    /** All mail about a person, newest first. */
    List<MailEntry> about(EmployerId employer, PersonId person) {
        return entries(
                employer,
                MAIL.EMPLOYER_ID.eq(employer.value()).and(MAIL.PERSON_ID.eq(person.value())),
                Integer.MAX_VALUE);
    }

    void deleteAbout(EmployerId employer, PersonId person) {
        sql.deleteFrom(MAIL)
                .where(MAIL.EMPLOYER_ID.eq(employer.value()), MAIL.PERSON_ID.eq(person.value()))
                .execute();
    }

    private static MailKind kind(String wireName) {
        return Arrays.stream(MailKind.values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    /** A mail in a worker's hands, for the so-manieth time. */
    record Taken(
            MailId id, MailKind kind, String recipient, Map<String, String> words, int attempt) {

        @Override
        public String toString() {
            return "Taken[id=%s, attempt=%d]".formatted(id, attempt);
        }
    }
}
