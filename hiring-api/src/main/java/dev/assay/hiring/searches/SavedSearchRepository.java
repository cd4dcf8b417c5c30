package dev.assay.hiring.searches;

import static dev.assay.db.jooq.Tables.SAVED_SEARCH;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SavedSearchRepository {

    private static final TypeReference<Map<String, List<String>>> FILTER = new TypeReference<>() {};

    private final DSLContext sql;
    private final JsonMapper json;

    SavedSearchRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(EmployerId employer, SavedSearch search) {
        sql.insertInto(SAVED_SEARCH)
                .set(SAVED_SEARCH.EMPLOYER_ID, employer.value())
                .set(SAVED_SEARCH.ID, search.id().value())
                .set(SAVED_SEARCH.OWNER, search.owner())
                .set(SAVED_SEARCH.CREATED_AT, search.createdAt())
                .set(columns(search))
                .execute();
    }

    /** False when the search is no longer at the expected version. */
    boolean update(EmployerId employer, Version expected, SavedSearch search) {
        return sql.update(SAVED_SEARCH)
                        .set(columns(search))
                        .where(isAt(employer, search.id(), expected))
                        .execute()
                == 1;
    }

    /** False when the search is no longer at the expected version. */
    boolean delete(EmployerId employer, SavedSearchId id, Version expected) {
        return sql.deleteFrom(SAVED_SEARCH).where(isAt(employer, id, expected)).execute() == 1;
    }

    Optional<SavedSearch> find(EmployerId employer, String reader, SavedSearchId id) {
        return seenBy(employer, reader, SAVED_SEARCH.ID.eq(id.value()), 1).stream().findFirst();
    }

    Page<SavedSearch> list(
            EmployerId employer, String reader, Optional<PageCursor> after, PageSize size) {
        Condition older =
                after.map(cursor -> cursor.part(0, UUID::fromString))
                        .<Condition>map(SAVED_SEARCH.ID::lt)
                        .orElse(noCondition());
        return Page.of(
                seenBy(employer, reader, older, size.plusOne()),
                size,
                last -> PageCursor.of(last.id()));
    }

    private List<SavedSearch> seenBy(
            EmployerId employer, String reader, Condition condition, int limit) {
        return sql.selectFrom(SAVED_SEARCH)
                .where(
                        SAVED_SEARCH.EMPLOYER_ID.eq(employer.value()),
                        SAVED_SEARCH.OWNER.eq(reader).or(SAVED_SEARCH.SHARED.isTrue()),
                        condition)
                .orderBy(SAVED_SEARCH.ID.desc())
                .limit(limit)
                .fetch(row ->
                        new SavedSearch(
                                new SavedSearchId(row.getId()),
                                row.getOwner(),
                                new SearchContent(
                                        row.getName(),
                                        SearchedList.ofWireName(row.getList()),
                                        json.readValue(row.getFilter().data(), FILTER),
                                        Optional.ofNullable(row.getSort()),
                                        row.getShared()),
                                new Version(row.getVersion()),
                                row.getCreatedAt(),
                                row.getUpdatedAt()));
    }

    private static Condition isAt(EmployerId employer, SavedSearchId id, Version expected) {
        return SAVED_SEARCH
                .EMPLOYER_ID
                .eq(employer.value())
                .and(SAVED_SEARCH.ID.eq(id.value()))
                .and(SAVED_SEARCH.VERSION.eq(expected.value()));
    }

    private Map<Field<?>, @Nullable Object> columns(SavedSearch search) {
        SearchContent content = search.content();
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        columns.put(SAVED_SEARCH.NAME, content.name());
        columns.put(SAVED_SEARCH.LIST, content.list().wireName());
        columns.put(SAVED_SEARCH.FILTER, JSONB.jsonb(json.writeValueAsString(content.filter())));
        columns.put(SAVED_SEARCH.SORT, content.sort().orElse(null));
        columns.put(SAVED_SEARCH.SHARED, content.shared());
        columns.put(SAVED_SEARCH.VERSION, search.version().value());
        columns.put(SAVED_SEARCH.UPDATED_AT, search.updatedAt());
        return columns;
    }
}
