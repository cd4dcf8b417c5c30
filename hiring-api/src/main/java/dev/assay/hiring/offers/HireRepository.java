package dev.assay.hiring.offers;

import static dev.assay.db.jooq.Tables.HIRE;
import static dev.assay.db.jooq.Tables.HIRE_RATING;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.jooq.impl.DSL.select;

import dev.assay.db.jooq.tables.records.HireRatingRecord;
import dev.assay.db.jooq.tables.records.HireRecord;
import dev.assay.hiring.platform.persistence.Keyset;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Hires, and how they did. */
@Repository
class HireRepository {

    private final DSLContext sql;

    HireRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False when this application has one already. */
    boolean insert(EmployerId employer, Hire hire) {
        return sql.insertInto(HIRE)
                        .set(HIRE.EMPLOYER_ID, employer.value())
                        .set(HIRE.ID, hire.id().value())
                        .set(HIRE.APPLICATION_ID, hire.application().value())
                        .set(HIRE.OFFER_ID, hire.offer().map(OfferId::value).orElse(null))
                        .set(HIRE.STARTS_ON, hire.startsOn().orElseThrow())
                        .set(HIRE.RECORDED_AT, hire.recordedAt())
                        .set(HIRE.RECORDED_BY, hire.recordedBy())
                        .set(HIRE.CHANGED_AT, hire.recordedAt())
                        .set(HIRE.VERSION, hire.version().value())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False when it is no longer at this version, or its person was erased. */
    boolean change(
            EmployerId employer,
            HireId id,
            Version before,
            LocalDate startsOn,
            Optional<LocalDate> leftOn,
            Instant at) {
        return sql.update(HIRE)
                        .set(HIRE.STARTS_ON, startsOn)
                        .set(HIRE.LEFT_ON, leftOn.orElse(null))
                        .set(HIRE.CHANGED_AT, at)
                        .set(HIRE.VERSION, before.next().value())
                        .where(
                                HIRE.EMPLOYER_ID.eq(employer.value()),
                                HIRE.ID.eq(id.value()),
                                HIRE.VERSION.eq(before.value()),
                                HIRE.STARTS_ON.isNotNull())
                        .execute()
                == 1;
    }

    Optional<Hire> find(EmployerId employer, HireId id) {
        return where(employer, HIRE.ID.eq(id.value())).stream().findFirst();
    }

    List<Hire> of(EmployerId employer, Collection<ApplicationId> applications) {
        return where(employer, HIRE.APPLICATION_ID.in(values(applications)));
    }

    Page<Hire> page(
            EmployerId employer,
            Optional<ApplicationId> application,
            Optional<PageCursor> after,
            PageSize size) {
        Condition matching = HIRE.EMPLOYER_ID.eq(employer.value());
        if (application.isPresent()) {
            matching = matching.and(HIRE.APPLICATION_ID.eq(application.get().value()));
        }
        Keyset order = Keyset.newestFirst(HIRE.RECORDED_AT, HIRE.ID);
        List<HireRecord> rows =
                sql.selectFrom(HIRE)
                        .where(matching, order.after(after))
                        .orderBy(order.order())
                        .limit(size.plusOne())
                        .fetch();
        return Page.of(
                rated(employer, rows), size, last -> PageCursor.of(last.recordedAt(), last.id()));
    }

    void insert(EmployerId employer, HireId hire, HireRating rating) {
        sql.insertInto(HIRE_RATING)
                .set(HIRE_RATING.EMPLOYER_ID, employer.value())
                .set(HIRE_RATING.ID, rating.id())
                .set(HIRE_RATING.HIRE_ID, hire.value())
                .set(HIRE_RATING.DAY, rating.day().days())
                .set(HIRE_RATING.RATING, rating.rating().orElseThrow())
                .set(HIRE_RATING.NOTE, rating.note().orElse(null))
                .set(HIRE_RATING.RATED_AT, rating.ratedAt())
                .set(HIRE_RATING.RATED_BY, rating.ratedBy())
                .execute();
    }

    /** All of a hire, those corrected since too, in the order they were made. */
    Page<HireRating> ratings(
            EmployerId employer, HireId hire, Optional<PageCursor> after, PageSize size) {
        Condition matching =
                HIRE_RATING
                        .EMPLOYER_ID
                        .eq(employer.value())
                        .and(HIRE_RATING.HIRE_ID.eq(hire.value()));
        Keyset order = Keyset.oldestFirst(HIRE_RATING.RATED_AT, HIRE_RATING.ID);
        List<HireRating> rows =
                sql.selectFrom(HIRE_RATING)
                        .where(matching, order.after(after))
                        .orderBy(order.order())
                        .limit(size.plusOne())
                        .fetch(HireRepository::rating);
        return Page.of(rows, size, last -> PageCursor.of(last.ratedAt(), last.id()));
    }

    /**
     * When somebody starts and how they do is theirs; that somebody was hired is the employer's.
     */
    void emptyPersonal(EmployerId employer, Collection<ApplicationId> applications) {
        sql.update(HIRE_RATING)
                .setNull(HIRE_RATING.RATING)
                .setNull(HIRE_RATING.NOTE)
                .where(
                        HIRE_RATING.EMPLOYER_ID.eq(employer.value()),
                        HIRE_RATING.HIRE_ID.in(
                                select(HIRE.ID)
                                        .from(HIRE)
                                        .where(
                                                HIRE.EMPLOYER_ID.eq(employer.value()),
                                                HIRE.APPLICATION_ID.in(values(applications)))))
                .execute();
        sql.update(HIRE)
                .setNull(HIRE.STARTS_ON)
                .setNull(HIRE.LEFT_ON)
                .where(
                        HIRE.EMPLOYER_ID.eq(employer.value()),
                        HIRE.APPLICATION_ID.in(values(applications)))
                .execute();
    }

    private static List<UUID> values(Collection<ApplicationId> applications) {
        return applications.stream().map(ApplicationId::value).toList();
    }

    private List<Hire> where(EmployerId employer, Condition condition) {
        return rated(
                employer,
                sql.selectFrom(HIRE)
                        .where(HIRE.EMPLOYER_ID.eq(employer.value()), condition)
                        .orderBy(HIRE.ID)
                        .fetch());
    }

    private List<Hire> rated(EmployerId employer, List<HireRecord> rows) {
        Map<UUID, List<HireRating>> ratings =
                sql
                        .selectFrom(HIRE_RATING)
                        .where(
                                HIRE_RATING.EMPLOYER_ID.eq(employer.value()),
                                HIRE_RATING.HIRE_ID.in(
                                        rows.stream().map(HireRecord::getId).toList()))
                        .orderBy(HIRE_RATING.RATED_AT, HIRE_RATING.ID)
                        .fetch()
                        .stream()
                        .collect(
                                groupingBy(
                                        HireRatingRecord::getHireId,
                                        mapping(HireRepository::rating, toList())));
        return rows.stream()
                .map(row -> hire(row, newest(ratings.getOrDefault(row.getId(), List.of()))))
                .toList();
    }

    /** The last word of each day. */
    private static List<HireRating> newest(List<HireRating> all) {
        Map<RatingDay, HireRating> last = new EnumMap<>(RatingDay.class);
        all.forEach(rating -> last.put(rating.day(), rating));
        return new ArrayList<>(last.values());
    }

    private static Hire hire(HireRecord row, List<HireRating> ratings) {
        return new Hire(
                new HireId(row.getId()),
                new ApplicationId(row.getApplicationId()),
                Optional.ofNullable(row.getOfferId()).map(OfferId::new),
                Optional.ofNullable(row.getStartsOn()),
                Optional.ofNullable(row.getLeftOn()),
                row.getRecordedAt(),
                row.getRecordedBy(),
                new Version(row.getVersion()),
                ratings);
    }

    private static HireRating rating(HireRatingRecord row) {
        return new HireRating(
                row.getId(),
                RatingDay.of(row.getDay()),
                Optional.ofNullable(row.getRating()),
                Optional.ofNullable(row.getNote()),
                row.getRatedAt(),
                row.getRatedBy());
    }
}
