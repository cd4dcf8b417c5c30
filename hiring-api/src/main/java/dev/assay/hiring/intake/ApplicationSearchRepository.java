package dev.assay.hiring.intake;

import static dev.assay.db.jooq.Tables.APPLICATION;
import static dev.assay.db.jooq.Tables.APPLICATION_ASSIGNMENT;
import static dev.assay.db.jooq.Tables.APPLICATION_SCORE;
import static dev.assay.db.jooq.Tables.APPLICATION_TAG;
import static dev.assay.db.jooq.Tables.CANDIDATE;
import static dev.assay.db.jooq.Tables.DECISION_FLAG;
import static dev.assay.db.jooq.Tables.JOB;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import dev.assay.hiring.applications.ApplicationPhase;
import dev.assay.hiring.applications.ApplicationSource;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.intake.ListedApplication.Figures;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.jobs.StageId;
import dev.assay.hiring.platform.lists.SearchWords;
import dev.assay.hiring.platform.persistence.BlindPeople;
import dev.assay.hiring.platform.persistence.Keyset;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.JobReach;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Repository;

/**
 * Reads across applications, their figures, candidates and jobs: only a database can narrow by all
 * of them at once. It writes nothing.
 */
@Repository
class ApplicationSearchRepository {

    private static final int BAND = 50_000;

    /** Below the key of who has a place in a lane but no figure, which is -1. */
    private static final int NO_PLACE = -2;

    /** References of other systems tend to name people. */
    private static final Field<String> REFERENCE =
            when(
                            not(
                                    BlindPeople.hides(
                                            APPLICATION.EMPLOYER_ID, APPLICATION.CANDIDATE_ID)),
                            APPLICATION.SOURCE_REFERENCE)
                    .as("reference");

    private static final Field<Boolean> FLAGGED = field(isFlagged()).as("flagged");

    private final DSLContext sql;

    ApplicationSearchRepository(DSLContext sql) {
        this.sql = sql;
    }

    Page<ListedApplication> list(
            EmployerId employer,
            JobReach reach,
            ApplicationFilter filter,
            ApplicationOrder order,
            Optional<PageCursor> after,
            PageSize size) {
        Condition wanted = wanted(employer, reach, filter);
        List<Sorted> rows =
                switch (order) {
                    case NEWEST, OLDEST -> byTime(wanted, order, after, size);
                    case BEST, WORST ->
                            byFigure(wanted, APPLICATION_SCORE.SCORE, order, after, size);
                    case HIGHEST_POTENTIAL, LOWEST_POTENTIAL ->
                            byFigure(wanted, APPLICATION_SCORE.POTENTIAL, order, after, size);
                };
        return Page.of(rows, size, Sorted::cursor).map(Sorted::application);
    }

    List<ListedApplication> withIds(
            EmployerId employer, JobReach reach, ApplicationFilter filter, Set<UUID> ids) {
        return rows(
                        wanted(employer, reach, filter)
                                .and(APPLICATION.ID.eq(any(ids.toArray(UUID[]::new)))),
                        Standing.ANY)
                .orderBy(APPLICATION.ID)
                .fetch(ApplicationSearchRepository::listed);
    }

    Set<UUID> ofEach(EmployerId employer, Collection<CandidateId> candidates) {
        UUID[] ids = candidates.stream().map(CandidateId::value).toArray(UUID[]::new);
        return sql.select(APPLICATION.ID)
                .from(APPLICATION)
                .where(
                        APPLICATION.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION.CANDIDATE_ID.eq(any(ids)))
                .fetchSet(APPLICATION.ID);
    }

    private List<Sorted> byTime(
            Condition wanted, ApplicationOrder order, Optional<PageCursor> after, PageSize size) {
        Keyset key =
                order.descends()
                        ? Keyset.newestFirst(APPLICATION.SUBMITTED_AT, APPLICATION.ID)
                        : Keyset.oldestFirst(APPLICATION.SUBMITTED_AT, APPLICATION.ID);
        return rows(wanted.and(key.after(after)), Standing.ANY)
                .orderBy(key.order())
                .limit(size.plusOne())
                .fetch(row ->
                        new Sorted(
                                listed(row),
                                PageCursor.of(
                                        row.get(APPLICATION.SUBMITTED_AT),
                                        row.get(APPLICATION.ID))));
    }

    /**
     * First those in the rankings, by the index of the figure, and then the few that left them; or
     * the other way round. One statement for both would read and sort them all.
     */
    private List<Sorted> byFigure(
            Condition wanted,
            Field<Integer> figure,
            ApplicationOrder order,
            Optional<PageCursor> after,
            PageSize size) {
        Optional<Integer> key = after.map(cursor -> cursor.part(0, Integer::parseInt));
        boolean begun = key.isPresent();
        boolean amongPlaceless = key.filter(last -> last == NO_PLACE).isPresent();
        List<Sorted> rows = new ArrayList<>();
        if (order.descends()) {
            if (!amongPlaceless) {
                rows.addAll(placed(wanted, figure, order, after, size.plusOne()));
            }
            if (rows.size() < size.plusOne()) {
                rows.addAll(
                        placeless(
                                wanted,
                                order,
                                amongPlaceless ? after : Optional.empty(),
                                size.plusOne() - rows.size()));
            }
            return rows;
        }
        if (!begun || amongPlaceless) {
            rows.addAll(placeless(wanted, order, after, size.plusOne()));
        }
        if (rows.size() < size.plusOne()) {
            rows.addAll(
                    placed(
                            wanted,
                            figure,
                            order,
                            amongPlaceless ? Optional.empty() : after,
                            size.plusOne() - rows.size()));
        }
        return rows;
    }

    private List<Sorted> placed(
            Condition wanted,
            Field<Integer> figure,
            ApplicationOrder order,
            Optional<PageCursor> after,
            int atMost) {
        // As the index has it, and no parameter.
        Field<Integer> key = coalesce(figure, inline(-1));
        Condition further =
                after.map(
                                cursor -> {
                                    var pair = row(key, APPLICATION_SCORE.APPLICATION_ID);
                                    Integer last = cursor.part(0, Integer::valueOf);
                                    UUID id = cursor.part(1, UUID::fromString);
                                    return order.descends() ? pair.lt(last, id) : pair.gt(last, id);
                                })
                        .orElse(noCondition());
        return rows(wanted.and(further), Standing.IN_RANKINGS)
                .orderBy(
                        order.descends()
                                ? List.of(key.desc(), APPLICATION_SCORE.APPLICATION_ID.desc())
                                : List.of(key.asc(), APPLICATION_SCORE.APPLICATION_ID.asc()))
                .limit(atMost)
                .fetch(row -> {
                    Integer shown = row.get(figure);
                    return new Sorted(
                            listed(row),
                            PageCursor.of(shown == null ? -1 : shown, row.get(APPLICATION.ID)));
                });
    }

    private List<Sorted> placeless(
            Condition wanted, ApplicationOrder order, Optional<PageCursor> after, int atMost) {
        Condition further =
                after.map(cursor -> cursor.part(1, UUID::fromString))
                        .map(last ->
                                order.descends()
                                        ? APPLICATION.ID.lt(last)
                                        : APPLICATION.ID.gt(last))
                        .orElse(noCondition());
        return rows(
                        wanted.and(further).and(APPLICATION_SCORE.APPLICATION_ID.isNull()),
                        Standing.ANY)
                .orderBy(order.descends() ? APPLICATION.ID.desc() : APPLICATION.ID.asc())
                .limit(atMost)
                .fetch(row ->
                        new Sorted(listed(row), PageCursor.of(NO_PLACE, row.get(APPLICATION.ID))));
    }

    private SelectConditionStep<? extends Record> rows(Condition wanted, Standing standing) {
        var columns =
                sql.select(
                                APPLICATION.ID,
                                APPLICATION.JOB_ID,
                                APPLICATION.CANDIDATE_ID,
                                APPLICATION.PHASE,
                                APPLICATION.SUBMITTED_AT,
                                APPLICATION.SOURCE_CHANNEL,
                                APPLICATION.STAGE_ID,
                                REFERENCE)
                        .select(
                                APPLICATION_SCORE.LANE,
                                APPLICATION_SCORE.SCORE,
                                APPLICATION_SCORE.POTENTIAL,
                                APPLICATION_SCORE.MUST_HAVES,
                                FLAGGED)
                        .from(APPLICATION);
        Condition same =
                APPLICATION_SCORE
                        .EMPLOYER_ID
                        .eq(APPLICATION.EMPLOYER_ID)
                        .and(APPLICATION_SCORE.APPLICATION_ID.eq(APPLICATION.ID));
        return switch (standing) {
            case ANY -> columns.leftJoin(APPLICATION_SCORE).on(same).where(wanted);
            case IN_RANKINGS -> columns.join(APPLICATION_SCORE).on(same).where(wanted);
        };
    }

    private static Condition wanted(EmployerId employer, JobReach reach, ApplicationFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(APPLICATION.EMPLOYER_ID.eq(employer.value()));
        conditions.add(within(reach));
        if (!filter.jobs().isEmpty()) {
            conditions.add(
                    APPLICATION.JOB_ID.in(filter.jobs().stream().map(JobId::value).toList()));
        }
        if (!filter.phases().isEmpty()) {
            conditions.add(
                    APPLICATION.PHASE.in(
                            filter.phases().stream().map(ApplicationPhase::wireName).toList()));
        }
        if (!filter.stages().isEmpty()) {
            conditions.add(
                    APPLICATION.STAGE_ID.in(filter.stages().stream().map(StageId::value).toList()));
        }
        if (!filter.tags().isEmpty()) {
            conditions.add(
                    exists(
                            selectOne()
                                    .from(APPLICATION_TAG)
                                    .where(
                                            APPLICATION_TAG.EMPLOYER_ID.eq(employer.value()),
                                            APPLICATION_TAG.APPLICATION_ID.eq(APPLICATION.ID),
                                            APPLICATION_TAG.TAG_ID.in(filter.tags()))));
        }
        if (!filter.assignees().isEmpty()) {
            conditions.add(
                    exists(
                            selectOne()
                                    .from(APPLICATION_ASSIGNMENT)
                                    .where(
                                            APPLICATION_ASSIGNMENT.EMPLOYER_ID.eq(employer.value()),
                                            APPLICATION_ASSIGNMENT.APPLICATION_ID.eq(
                                                    APPLICATION.ID),
                                            APPLICATION_ASSIGNMENT.MEMBER_ID.in(
                                                    filter.assignees()))));
        }
        if (!filter.sources().isEmpty()) {
            conditions.add(APPLICATION.SOURCE_CHANNEL.in(filter.sources()));
        }
        filter.submittedFrom().map(APPLICATION.SUBMITTED_AT::ge).ifPresent(conditions::add);
        filter.submittedTo().map(APPLICATION.SUBMITTED_AT::lt).ifPresent(conditions::add);
        if (!filter.bands().isEmpty()) {
            conditions.add(
                    or(filter.bands().stream().map(ApplicationSearchRepository::inBand).toList()));
        }
        filter.minScore().map(APPLICATION_SCORE.SCORE::ge).ifPresent(conditions::add);
        filter.maxScore().map(APPLICATION_SCORE.SCORE::le).ifPresent(conditions::add);
        if (!filter.mustHaves().isEmpty()) {
            conditions.add(APPLICATION_SCORE.MUST_HAVES.in(filter.mustHaves()));
        }
        filter.flagged()
                .map(flagged -> flagged ? isFlagged() : isFlagged().not())
                .ifPresent(conditions::add);
        filter.words().map(words -> mentions(employer, words)).ifPresent(conditions::addAll);
        return conditions.stream().reduce(Condition::and).orElseThrow();
    }

    private static Condition within(JobReach reach) {
        return switch (reach) {
            case JobReach.Everywhere() -> noCondition();
            case JobReach.Only(var jobs) -> APPLICATION.JOB_ID.in(jobs);
            case JobReach.Nowhere() -> falseCondition();
        };
    }

    private static Condition inBand(int band) {
        return APPLICATION_SCORE
                .SCORE
                .ge(band * BAND)
                .and(APPLICATION_SCORE.SCORE.lt((band + 1) * BAND));
    }

    private static Condition isFlagged() {
        return exists(
                selectOne()
                        .from(DECISION_FLAG)
                        .where(
                                DECISION_FLAG.EMPLOYER_ID.eq(APPLICATION.EMPLOYER_ID),
                                DECISION_FLAG.APPLICATION_ID.eq(APPLICATION.ID)));
    }

    /**
     * Row-level security keeps an index of words from being used; each of the two sides is read
     * once, as far as it is the employer's.
     */
    private static List<Condition> mentions(EmployerId employer, SearchWords words) {
        Field<String> person =
                lower(
                        concat(
                                CANDIDATE.GIVEN_NAME,
                                val(" "),
                                CANDIDATE.FAMILY_NAME,
                                val(" "),
                                CANDIDATE.EMAIL));
        return words.patterns().stream()
                .map(pattern ->
                        APPLICATION
                                .CANDIDATE_ID
                                .in(
                                        select(CANDIDATE.ID)
                                                .from(CANDIDATE)
                                                .where(
                                                        CANDIDATE.EMPLOYER_ID.eq(employer.value()),
                                                        CANDIDATE.ERASED_AT.isNull(),
                                                        // Who is found by a name is known by it.
                                                        not(
                                                                BlindPeople.hides(
                                                                        employer, CANDIDATE.ID)),
                                                        person.like(lower(pattern), '\\')))
                                .or(
                                        APPLICATION.JOB_ID.in(
                                                select(JOB.ID)
                                                        .from(JOB)
                                                        .where(
                                                                JOB.EMPLOYER_ID.eq(
                                                                        employer.value()),
                                                                lower(JOB.TITLE)
                                                                        .like(
                                                                                lower(pattern),
                                                                                '\\')))))
                .toList();
    }

    private static ListedApplication listed(Record row) {
        return new ListedApplication(
                new ApplicationId(row.get(APPLICATION.ID)),
                new JobId(row.get(APPLICATION.JOB_ID)),
                new CandidateId(row.get(APPLICATION.CANDIDATE_ID)),
                ApplicationPhase.ofWireName(row.get(APPLICATION.PHASE)),
                Optional.ofNullable(row.get(APPLICATION.STAGE_ID)).map(StageId::new),
                row.get(APPLICATION.SUBMITTED_AT),
                new ApplicationSource(row.get(APPLICATION.SOURCE_CHANNEL), row.get(REFERENCE)),
                Optional.ofNullable(row.get(APPLICATION_SCORE.LANE))
                        .map(lane -> figures(lane, row)),
                row.get(FLAGGED));
    }

    private static Figures figures(String lane, Record row) {
        Optional<Integer> score = Optional.ofNullable(row.get(APPLICATION_SCORE.SCORE));
        return new Figures(
                score.map(ApplicationSearchRepository::points),
                Optional.ofNullable(row.get(APPLICATION_SCORE.POTENTIAL))
                        .map(ApplicationSearchRepository::points),
                score.map(tenThousandths -> tenThousandths / BAND),
                lane,
                row.get(APPLICATION_SCORE.MUST_HAVES));
    }

    private static BigDecimal points(int tenThousandths) {
        return BigDecimal.valueOf(tenThousandths, 4);
    }

    private enum Standing {
        ANY,
        IN_RANKINGS
    }

    private record Sorted(ListedApplication application, PageCursor cursor) {}
}
