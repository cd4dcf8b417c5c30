package dev.assay.hiring.partners;

import static dev.assay.db.jooq.Tables.PARTNER_SYNC_POINT;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.JobReach;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SyncPointRepository {

    private static final TypeReference<List<StoredPlace>> PLACES = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    SyncPointRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(SyncPoint point) {
        List<StoredPlace> places = point.places().stream().map(StoredPlace::of).toList();
        sql.insertInto(PARTNER_SYNC_POINT)
                .set(PARTNER_SYNC_POINT.PARTNER_ID, point.partner())
                .set(PARTNER_SYNC_POINT.ID, point.id())
                .set(PARTNER_SYNC_POINT.BEGUN_AT, point.begunAt())
                .set(PARTNER_SYNC_POINT.PLACES, JSONB.jsonb(json.writeValueAsString(places)))
                .execute();
    }

    Optional<SyncPoint> find(UUID partner, UUID id) {
        return sql.select(PARTNER_SYNC_POINT.BEGUN_AT, PARTNER_SYNC_POINT.PLACES)
                .from(PARTNER_SYNC_POINT)
                .where(PARTNER_SYNC_POINT.PARTNER_ID.eq(partner), PARTNER_SYNC_POINT.ID.eq(id))
                .fetchOptional(row ->
                        new SyncPoint(
                                id,
                                partner,
                                row.value1(),
                                json.readValue(row.value2().data(), PLACES).stream()
                                        .map(StoredPlace::place)
                                        .toList()));
    }

    /** Forgets those of the partner that began before, and all but so many of its newest. */
    void trim(UUID partner, Instant before, int kept) {
        Optional<UUID> oldestKept =
                sql.select(PARTNER_SYNC_POINT.ID)
                        .from(PARTNER_SYNC_POINT)
                        .where(PARTNER_SYNC_POINT.PARTNER_ID.eq(partner))
                        .orderBy(PARTNER_SYNC_POINT.ID.desc())
                        .offset(kept - 1)
                        .limit(1)
                        .fetchOptional(PARTNER_SYNC_POINT.ID);
        sql.deleteFrom(PARTNER_SYNC_POINT)
                .where(
                        PARTNER_SYNC_POINT.PARTNER_ID.eq(partner),
                        oldestKept
                                .map(PARTNER_SYNC_POINT.ID::lt)
                                .map(old -> old.or(PARTNER_SYNC_POINT.BEGUN_AT.lt(before)))
                                .orElse(PARTNER_SYNC_POINT.BEGUN_AT.lt(before)))
                .execute();
    }

    /**
     * @param j the jobs granted; null for all
     */
    private record StoredPlace(UUID e, long n, @Nullable Set<UUID> j) {

        static StoredPlace of(SyncPoint.Place place) {
            return new StoredPlace(
                    place.employer().value(),
                    place.sequence(),
                    switch (place.reach()) {
                        case JobReach.Everywhere() -> null;
                        case JobReach.Only(Set<UUID> jobs) -> new TreeSet<>(jobs);
                        case JobReach.Nowhere() -> Set.of();
                    });
        }

        SyncPoint.Place place() {
            return new SyncPoint.Place(
                    new EmployerId(e),
                    n,
                    j == null ? new JobReach.Everywhere() : new JobReach.Only(j));
        }
    }
}
