package dev.assay.hiring.platform.signing;

import static dev.assay.db.jooq.Tables.PLATFORM_KEY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
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
        return sealed(PLATFORM_KEY.SIGNS_FROM.isNotNull(), PLATFORM_KEY.RETIRED_AT.isNull())
                .stream()
                .findAny();
    }

    /** The one that is published and whose turn to sign has not come. */
    Optional<SealedKey> announced() {
        return sealed(PLATFORM_KEY.SIGNS_FROM.isNull()).stream().findAny();
    }

    List<SealedKey> sealed(Condition... which) {
        return sql.select(
                        PLATFORM_KEY.ID,
                        PLATFORM_KEY.SEALED,
                        PLATFORM_KEY.CREATED_AT,
                        PLATFORM_KEY.SIGNS_FROM)
                .from(PLATFORM_KEY)
                .where(which)
                .fetch(row ->
                        new SealedKey(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                Optional.ofNullable(row.value4())));
    }

    /** Keeps a key, unless one is in its place: another node may have been faster. */
    boolean insertUnlessPlaceIsTaken(SealedKey key) {
        return sql.insertInto(PLATFORM_KEY)
                        .set(PLATFORM_KEY.ID, key.multikey())
                        .set(PLATFORM_KEY.SEALED, key.sealed())
                        .set(PLATFORM_KEY.CREATED_AT, key.createdAt())
                        .set(PLATFORM_KEY.SIGNS_FROM, key.signsFrom().orElse(null))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False when another node retired it. */
    boolean retire(SealedKey key, Instant now) {
        return sql.update(PLATFORM_KEY)
                        .set(PLATFORM_KEY.RETIRED_AT, now)
                        .where(PLATFORM_KEY.ID.eq(key.multikey()), PLATFORM_KEY.RETIRED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Lets the announced one sign; the one before it has to be retired first. */
    void sign(SealedKey announced, Instant now) {
        sql.update(PLATFORM_KEY)
                .set(PLATFORM_KEY.SIGNS_FROM, now)
                .where(PLATFORM_KEY.ID.eq(announced.multikey()), PLATFORM_KEY.SIGNS_FROM.isNull())
                .execute();
    }

    void reseal(SealedKey key, byte[] anew) {
        sql.update(PLATFORM_KEY)
                .set(PLATFORM_KEY.SEALED, anew)
                .where(PLATFORM_KEY.ID.eq(key.multikey()))
                .execute();
    }

    @SuppressWarnings("ArrayRecordComponent") // read here, opened once
    record SealedKey(
            String multikey, byte[] sealed, Instant createdAt, Optional<Instant> signsFrom) {}
}
