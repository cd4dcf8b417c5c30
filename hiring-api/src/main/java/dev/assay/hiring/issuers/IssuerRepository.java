package dev.assay.hiring.issuers;

import static dev.assay.db.jooq.Tables.ISSUER;
import static dev.assay.db.jooq.Tables.ISSUER_IDENTIFIER;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import dev.assay.hiring.platform.persistence.Keyset;
import dev.assay.hiring.platform.persistence.Rendered;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class IssuerRepository {

    private static final Field<List<String>> IDENTIFIERS =
            multiset(
                            select(ISSUER_IDENTIFIER.IDENTIFIER)
                                    .from(ISSUER_IDENTIFIER)
                                    .where(
                                            ISSUER_IDENTIFIER.EMPLOYER_ID.eq(ISSUER.EMPLOYER_ID),
                                            ISSUER_IDENTIFIER.ISSUER_ID.eq(ISSUER.ID))
                                    .orderBy(ISSUER_IDENTIFIER.IDENTIFIER))
                    .as("identifiers")
                    .convertFrom((Result<? extends org.jooq.Record1<String>> rows) ->
                            rows.map(org.jooq.Record1::value1));

    private final DSLContext sql;
    private final Rendered withIdentifiers;

    IssuerRepository(DSLContext sql) {
        this.sql = sql;
        this.withIdentifiers =
                new Rendered(
                        sql,
                        where(
                                ISSUER.EMPLOYER_ID
                                        .eq(Rendered.EMPLOYER)
                                        .and(
                                                ISSUER.ID.in(
                                                        select(ISSUER_IDENTIFIER.ISSUER_ID)
                                                                .from(ISSUER_IDENTIFIER)
                                                                .where(
                                                                        ISSUER_IDENTIFIER
                                                                                .EMPLOYER_ID.eq(
                                                                                Rendered.EMPLOYER),
                                                                        ISSUER_IDENTIFIER.IDENTIFIER
                                                                                .eq(
                                                                                        any(
                                                                                                Rendered
                                                                                                        .TEXTS)))))));
    }

    /** False when an id was registered by somebody else meanwhile. */
    boolean insert(EmployerId employer, Issuer issuer) {
        sql.insertInto(ISSUER)
                .set(ISSUER.EMPLOYER_ID, employer.value())
                .set(ISSUER.ID, issuer.id().value())
                .set(ISSUER.CREATED_AT, issuer.createdAt())
                .set(contentOf(issuer))
                .execute();
        return insertIdentifiers(employer, issuer);
    }

    /** False when the entry is no longer at the expected version. */
    boolean update(EmployerId employer, Version expected, Issuer issuer) {
        int changed =
                sql.update(ISSUER)
                        .set(contentOf(issuer))
                        .where(
                                ISSUER.EMPLOYER_ID.eq(employer.value()),
                                ISSUER.ID.eq(issuer.id().value()),
                                ISSUER.VERSION.eq(expected.value()))
                        .execute();
        if (changed != 1) {
            return false;
        }
        return true;
    }

    /** False when an id was registered by somebody else meanwhile. */
    boolean replaceIdentifiers(EmployerId employer, Issuer issuer) {
        sql.deleteFrom(ISSUER_IDENTIFIER)
                .where(
                        ISSUER_IDENTIFIER.EMPLOYER_ID.eq(employer.value()),
                        ISSUER_IDENTIFIER.ISSUER_ID.eq(issuer.id().value()))
                .execute();
        return insertIdentifiers(employer, issuer);
    }

    Optional<Issuer> find(EmployerId employer, IssuerId issuer) {
        return where(ISSUER.EMPLOYER_ID.eq(employer.value()).and(ISSUER.ID.eq(issuer.value())))
                .fetchOptional(IssuerRepository::issuer);
    }

    Page<Issuer> list(EmployerId employer, Optional<PageCursor> after, PageSize size) {
        Condition matching = ISSUER.EMPLOYER_ID.eq(employer.value());
        Keyset order = Keyset.newestFirst(ISSUER.CREATED_AT, ISSUER.ID);
        List<Issuer> rows =
                where(matching.and(order.after(after)))
                        .orderBy(order.order())
                        .limit(size.plusOne())
                        .fetch(IssuerRepository::issuer);
        return Page.of(rows, size, last -> PageCursor.of(last.createdAt(), last.id()));
    }

    Map<IssuerId, Issuer> withIds(EmployerId employer, Collection<IssuerId> ids) {
        Condition among = ISSUER.ID.in(ids.stream().map(IssuerId::value).toList());
        return where(ISSUER.EMPLOYER_ID.eq(employer.value()).and(among))
                .fetch(IssuerRepository::issuer)
                .stream()
                .collect(Collectors.toMap(Issuer::id, Function.identity()));
    }

    Map<String, Issuer> withIdentifiers(EmployerId employer, Set<String> identifiers) {
        if (identifiers.isEmpty()) {
            return Map.of();
        }
        List<Issuer> found =
                withIdentifiers.fetchByTexts(employer, identifiers, IssuerRepository::issuer);
        Map<String, Issuer> byIdentifier = new HashMap<>();
        for (Issuer issuer : found) {
            issuer.content().ids().stream()
                    .filter(identifiers::contains)
                    .forEach(identifier -> byIdentifier.put(identifier, issuer));
        }
        return byIdentifier;
    }

    private SelectConditionStep<? extends Record> where(Condition condition) {
        return sql.select(
                        ISSUER.ID,
                        ISSUER.NAME,
                        ISSUER.TIER,
                        ISSUER.ORGANISATION,
                        ISSUER.ACHIEVEMENTS,
                        ISSUER.VALID_FROM,
                        ISSUER.VALID_UNTIL,
                        ISSUER.NOTE,
                        ISSUER.VERSION,
                        ISSUER.CREATED_AT,
                        ISSUER.UPDATED_AT,
                        IDENTIFIERS)
                .from(ISSUER)
                .where(condition);
    }

    private boolean insertIdentifiers(EmployerId employer, Issuer issuer) {
        var insert =
                sql.insertInto(
                        ISSUER_IDENTIFIER,
                        ISSUER_IDENTIFIER.EMPLOYER_ID,
                        ISSUER_IDENTIFIER.IDENTIFIER,
                        ISSUER_IDENTIFIER.ISSUER_ID);
        for (String identifier : issuer.content().ids()) {
            insert = insert.values(employer.value(), identifier, issuer.id().value());
        }
        return insert.onConflictDoNothing().execute() == issuer.content().ids().size();
    }

    private static Map<Field<?>, @Nullable Object> contentOf(Issuer issuer) {
        IssuerContent content = issuer.content();
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(ISSUER.NAME, content.name());
        values.put(ISSUER.TIER, content.tier().wireName());
        values.put(ISSUER.ORGANISATION, content.group());
        values.put(ISSUER.ACHIEVEMENTS, content.achievements().toArray(String[]::new));
        values.put(ISSUER.VALID_FROM, content.validFrom());
        values.put(ISSUER.VALID_UNTIL, content.validUntil());
        values.put(ISSUER.NOTE, content.note());
        values.put(ISSUER.VERSION, issuer.version().value());
        values.put(ISSUER.UPDATED_AT, issuer.updatedAt());
        return values;
    }

    private static Issuer issuer(Record row) {
        IssuerContent content =
                new IssuerContent(
                        row.get(IDENTIFIERS),
                        row.get(ISSUER.NAME),
                        IssuerTier.ofWireName(row.get(ISSUER.TIER)),
                        row.get(ISSUER.ORGANISATION),
                        Arrays.asList(row.get(ISSUER.ACHIEVEMENTS)),
                        row.get(ISSUER.VALID_FROM),
                        row.get(ISSUER.VALID_UNTIL),
                        row.get(ISSUER.NOTE));
        return new Issuer(
                new IssuerId(row.get(ISSUER.ID)),
                content,
                new Version(row.get(ISSUER.VERSION)),
                row.get(ISSUER.CREATED_AT),
                row.get(ISSUER.UPDATED_AT));
    }
}
