package dev.assay.hiring.platform.idempotency;

import static dev.assay.db.jooq.Tables.IDEMPOTENT_CALL;

import dev.assay.hiring.platform.persistence.UuidArray;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.PersonId;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
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

    private static final String USED =
            """
            select key_digest from idempotent_call
            where employer_id = ? and caller = ? and key_digest = any (?)
            """;

    private static final String INSERT_SETTLED =
            """
            insert into idempotent_call
                (employer_id, caller, lease_until, kept_until, claim_id, key_digest, fingerprint, sealed, status, headers)
            select ?, ?, ?, ?, one.claim_id, one.key_digest, one.fingerprint, one.sealed, one.status,
                cast(one.headers as jsonb)
            from unnest(?, ?, ?, ?, ?, ?)
                as one (claim_id, key_digest, fingerprint, sealed, status, headers)
            on conflict do nothing
            """;

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

    /** The digests of those keys that were used already. */
    List<ByteBuffer> used(Actor actor, Collection<Claim> claims) {
        byte[][] digests = claims.stream().map(Claim::keyDigest).toArray(byte[][]::new);
        return sql.connectionResult(connection -> {
            try (PreparedStatement query = connection.prepareStatement(USED)) {
                query.setObject(1, actor.employer().value());
                query.setString(2, actor.reference());
                query.setArray(3, connection.createArrayOf("bytea", digests));
                try (ResultSet found = query.executeQuery()) {
                    List<ByteBuffer> used = new ArrayList<>();
                    while (found.next()) {
                        used.add(ByteBuffer.wrap(found.getBytes(1)));
                    }
                    return used;
                }
            }
        });
    }

    /**
     * Stores calls of one actor that were claimed and done in this very transaction.
     *
     * @throws IllegalStateException when somebody used one of the keys meanwhile
     */
    void insertSettled(Actor actor, List<Settled> settled, Instant keptUntil) {
        if (settled.isEmpty()) {
            return;
        }
        int stored =
                sql.connectionResult(connection -> {
                    try (PreparedStatement insert = connection.prepareStatement(INSERT_SETTLED)) {
                        OffsetDateTime until = keptUntil.atOffset(ZoneOffset.UTC);
                        insert.setObject(1, actor.employer().value());
                        insert.setString(2, actor.reference());
                        insert.setObject(3, until);
                        insert.setObject(4, until);
                        insert.setArray(
                                5,
                                UuidArray.of(
                                        connection,
                                        settled.stream().map(one -> one.claim().id()).toList()));
                        insert.setArray(
                                6, bytes(connection, settled, one -> one.claim().keyDigest()));
                        insert.setArray(7, bytes(connection, settled, Settled::fingerprint));
                        insert.setArray(
                                8,
                                bytes(
                                        connection,
                                        settled,
                                        one -> one.answer().body().orElseThrow()));
                        insert.setArray(
                                9,
                                connection.createArrayOf(
                                        "int4",
                                        settled.stream()
                                                .map(one -> one.answer().status())
                                                .toArray()));
                        insert.setArray(
                                10,
                                connection.createArrayOf(
                                        "text",
                                        settled.stream()
                                                .map(one ->
                                                        json.writeValueAsString(
                                                                one.answer().headers()))
                                                .toArray()));
                        return insert.executeUpdate();
                    }
                });
        if (stored != settled.size()) {
            throw new IllegalStateException("a key was used at the same moment");
        }
    }

    private static Array bytes(
            Connection connection, List<Settled> settled, Function<Settled, byte[]> value)
            throws SQLException {
        return connection.createArrayOf(
                "bytea", settled.stream().map(value).toArray(byte[][]::new));
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

    /** A call whose key is claimed with its answer. */
    record Settled(Claim claim, byte[] fingerprint, SealedAnswer answer) {}

    /**
     * @param body absent once the person was erased
     */
    record SealedAnswer(
            int status,
            Map<String, List<String>> headers,
            Optional<PersonId> person,
            Optional<byte[]> body) {}
}
