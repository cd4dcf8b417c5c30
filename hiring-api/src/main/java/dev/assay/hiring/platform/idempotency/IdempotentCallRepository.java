package dev.assay.hiring.platform.idempotency;

import static dev.assay.db.jooq.Tables.IDEMPOTENT_CALL;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class IdempotentCallRepository {

    private static final TypeReference<Map<String, List<String>>> HEADERS =
            new TypeReference<>() {};
    private static final byte[] NOTHING = {};

    private final DSLContext sql;
    private final JsonMapper json;

    IdempotentCallRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** False when the key is there already. */
    boolean insert(Claim claim, byte[] fingerprint, Instant leaseUntil, Instant keptUntil) {
        return sql.insertInto(IDEMPOTENT_CALL)
                        .set(IDEMPOTENT_CALL.EMPLOYER_ID, claim.actor().employer().value())
                        .set(IDEMPOTENT_CALL.CALLER, claim.actor().reference())
                        .set(IDEMPOTENT_CALL.KEY_DIGEST, claim.keyDigest())
                        .set(IDEMPOTENT_CALL.CLAIM_ID, claim.id())
                        .set(IDEMPOTENT_CALL.FINGERPRINT, fingerprint)
                        .set(IDEMPOTENT_CALL.LEASE_UNTIL, leaseUntil)
                        .set(IDEMPOTENT_CALL.KEPT_UNTIL, keptUntil)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Call> find(Claim claim) {
        return sql.select(
                        IDEMPOTENT_CALL.CLAIM_ID,
                        IDEMPOTENT_CALL.FINGERPRINT,
                        IDEMPOTENT_CALL.LEASE_UNTIL,
                        IDEMPOTENT_CALL.KEPT_UNTIL,
                        IDEMPOTENT_CALL.STATUS,
                        IDEMPOTENT_CALL.HEADERS,
                        IDEMPOTENT_CALL.PERSON_ID,
                        IDEMPOTENT_CALL.SEALED)
                .from(IDEMPOTENT_CALL)
                .where(key(claim))
                .fetchOptional(row ->
                        new Call(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                Optional.ofNullable(row.value5())
                                        .map(status ->
                                                new SealedAnswer(
                                                        status,
                                                        headers(row.value6()),
                                                        person(row.value7()),
                                                        Optional.ofNullable(row.value8())))));
    }

    /**
     * Puts another claim in the place of one that has run out, or of a call that need not be kept
     * any longer; false when somebody was faster, be it the former holder with the answer.
     */
    boolean replace(
            Claim claim,
            UUID former,
            byte[] fingerprint,
            Instant now,
            Instant leaseUntil,
            Instant keptUntil) {
        return sql.update(IDEMPOTENT_CALL)
                        .set(IDEMPOTENT_CALL.CLAIM_ID, claim.id())
                        .set(IDEMPOTENT_CALL.FINGERPRINT, fingerprint)
                        .set(IDEMPOTENT_CALL.LEASE_UNTIL, leaseUntil)
                        .set(IDEMPOTENT_CALL.KEPT_UNTIL, keptUntil)
                        .setNull(IDEMPOTENT_CALL.STATUS)
                        .setNull(IDEMPOTENT_CALL.HEADERS)
                        .setNull(IDEMPOTENT_CALL.PERSON_ID)
                        .setNull(IDEMPOTENT_CALL.SEALED)
                        .where(
                                key(claim),
                                IDEMPOTENT_CALL.CLAIM_ID.eq(former),
                                IDEMPOTENT_CALL
                                        .STATUS
                                        .isNull()
                                        .or(IDEMPOTENT_CALL.KEPT_UNTIL.le(now)))
                        .execute()
                == 1;
    }

    /** Locks the claim until the transaction ends; false when it was taken over or is settled. */
    boolean hold(Claim claim) {
        return sql.select(IDEMPOTENT_CALL.CLAIM_ID)
                .from(IDEMPOTENT_CALL)
                .where(open(claim))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    /** False when the claim was taken over or is settled. */
    boolean settle(Claim claim, SealedAnswer answer) {
        return sql.update(IDEMPOTENT_CALL)
                        .set(IDEMPOTENT_CALL.STATUS, answer.status())
                        .set(
                                IDEMPOTENT_CALL.HEADERS,
                                JSONB.jsonb(json.writeValueAsString(answer.headers())))
                        .set(
                                IDEMPOTENT_CALL.PERSON_ID,
                                answer.person().map(PersonId::value).orElse(null))
                        .set(IDEMPOTENT_CALL.SEALED, answer.body().orElse(null))
                        .where(open(claim))
                        .execute()
                == 1;
    }

    void release(Claim claim) {
        sql.deleteFrom(IDEMPOTENT_CALL).where(open(claim)).execute();
    }

    Map<UUID, byte[]> sealedAbout(EmployerId employer, PersonId person) {
        return sql.select(IDEMPOTENT_CALL.CLAIM_ID, IDEMPOTENT_CALL.SEALED)
                .from(IDEMPOTENT_CALL)
                .where(
                        IDEMPOTENT_CALL.EMPLOYER_ID.eq(employer.value()),
                        IDEMPOTENT_CALL.PERSON_ID.eq(person.value()),
                        IDEMPOTENT_CALL.SEALED.isNotNull())
                .orderBy(IDEMPOTENT_CALL.CLAIM_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** What is left neither shows the answer nor tells whether a guess at the call is right. */
    void erase(EmployerId employer, PersonId person) {
        sql.update(IDEMPOTENT_CALL)
                .setNull(IDEMPOTENT_CALL.SEALED)
                .set(IDEMPOTENT_CALL.FINGERPRINT, NOTHING)
                .where(
                        IDEMPOTENT_CALL.EMPLOYER_ID.eq(employer.value()),
                        IDEMPOTENT_CALL.PERSON_ID.eq(person.value()))
                .execute();
    }

    /** How many went. */
    int purge(EmployerId employer, Instant now, int atMost) {
        return sql.deleteFrom(IDEMPOTENT_CALL)
                .where(
                        IDEMPOTENT_CALL.EMPLOYER_ID.eq(employer.value()),
                        IDEMPOTENT_CALL.KEPT_UNTIL.le(now),
                        IDEMPOTENT_CALL.CLAIM_ID.in(
                                sql.select(IDEMPOTENT_CALL.CLAIM_ID)
                                        .from(IDEMPOTENT_CALL)
                                        .where(
                                                IDEMPOTENT_CALL.EMPLOYER_ID.eq(employer.value()),
                                                IDEMPOTENT_CALL.KEPT_UNTIL.le(now))
                                        .limit(atMost)))
                .execute();
    }

    private static Condition key(Claim claim) {
        Actor actor = claim.actor();
        return IDEMPOTENT_CALL
                .EMPLOYER_ID
                .eq(actor.employer().value())
                .and(IDEMPOTENT_CALL.CALLER.eq(actor.reference()))
                .and(IDEMPOTENT_CALL.KEY_DIGEST.eq(claim.keyDigest()));
    }

    private static Condition open(Claim claim) {
        return key(claim)
                .and(IDEMPOTENT_CALL.CLAIM_ID.eq(claim.id()))
                .and(IDEMPOTENT_CALL.STATUS.isNull());
    }

    private Map<String, List<String>> headers(JSONB stored) {
        return json.readValue(stored.data(), HEADERS);
    }

    private static Optional<PersonId> person(@Nullable UUID id) {
        return Optional.ofNullable(id).map(PersonId::new);
    }

    /** A call under a key, as it is stored. */
    record Call(
            UUID claim,
            byte[] fingerprint,
            Instant leaseUntil,
            Instant keptUntil,
            Optional<SealedAnswer> answer) {}

    /**
     * @param body absent once the person was erased
     */
    record SealedAnswer(
            int status,
            Map<String, List<String>> headers,
            Optional<PersonId> person,
            Optional<byte[]> body) {}
}
