package dev.assay.hiring.platform.signing;

import static dev.assay.db.jooq.Tables.PLATFORM_KEY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class PlatformKeyRepository {

    private final DSLContext sql;

    PlatformKeyRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** All there ever were, newest first. */
    List<PlatformKey> all() {
        return sql.select(PLATFORM_KEY.ID, PLATFORM_KEY.CREATED_AT, PLATFORM_KEY.RETIRED_AT)
                .from(PLATFORM_KEY)
                .orderBy(PLATFORM_KEY.CREATED_AT.desc(), PLATFORM_KEY.ID)
                .fetch(row ->
                        new PlatformKey(
                                row.value1(), row.value2(), Optional.ofNullable(row.value3())));
    }

    /** The private part of the one that signs. */
    Optional<SealedKey> signing() {
        return sql.select(PLATFORM_KEY.ID, PLATFORM_KEY.SEALED, PLATFORM_KEY.CREATED_AT)
                .from(PLATFORM_KEY)
                .where(PLATFORM_KEY.RETIRED_AT.isNull())
                .fetchOptional(row -> new SealedKey(row.value1(), row.value2(), row.value3()));
    }

    List<SealedKey> sealed() {
        return sql.select(PLATFORM_KEY.ID, PLATFORM_KEY.SEALED, PLATFORM_KEY.CREATED_AT)
                .from(PLATFORM_KEY)
                .fetch(row -> new SealedKey(row.value1(), row.value2(), row.value3()));
    }

    /** Makes a key the one that signs, unless there is one: another node may have been faster. */
    void insertUnlessOneSigns(SealedKey key) {
        sql.insertInto(PLATFORM_KEY)
                .set(PLATFORM_KEY.ID, key.multikey())
                .set(PLATFORM_KEY.SEALED, key.sealed())
                .set(PLATFORM_KEY.CREATED_AT, key.createdAt())
                .onConflictDoNothing()
                .execute();
    }

    /** False when another node retired it. */
    boolean retire(SealedKey key, Instant now) {
        return sql.update(PLATFORM_KEY)
                        .set(PLATFORM_KEY.RETIRED_AT, now)
                        .where(PLATFORM_KEY.ID.eq(key.multikey()), PLATFORM_KEY.RETIRED_AT.isNull())
                        .execute()
                == 1;
    }

    void reseal(SealedKey key, byte[] anew) {
        sql.update(PLATFORM_KEY)
                .set(PLATFORM_KEY.SEALED, anew)
                .where(PLATFORM_KEY.ID.eq(key.multikey()))
                .execute();
    }

    @SuppressWarnings("ArrayRecordComponent") // read here, opened once
    record SealedKey(String multikey, byte[] sealed, Instant createdAt) {}
}
