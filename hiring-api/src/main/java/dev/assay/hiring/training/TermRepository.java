package dev.assay.hiring.training;

import static dev.assay.db.jooq.Tables.EXCHANGE_RATE;
import static dev.assay.db.jooq.Tables.ROLE_PROFILE;
import static dev.assay.db.jooq.Tables.TRAINING_ASSUMPTION;
import static dev.assay.db.jooq.Tables.TRAINING_MODULE;
import static dev.assay.db.jooq.Tables.WAGE_POINT;

import dev.assay.hiring.platform.persistence.Keyset;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The four tables of terms, which have all but their names in common. */
@Repository
class TermRepository {

    private static final Map<TermKind<?>, Table<?>> TABLES =
            Map.of(
                    TermKind.MODULE, TRAINING_MODULE,
                    TermKind.ROLE, ROLE_PROFILE,
                    TermKind.WAGE, WAGE_POINT,
                    TermKind.ASSUMPTION, TRAINING_ASSUMPTION,
                    TermKind.RATE, EXCHANGE_RATE);

    private final DSLContext sql;
    private final JsonMapper json;

    TermRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** False when the ledger has a line for this input of this role already. */
    <T extends Term> boolean insert(EmployerId employer, TermKind<T> kind, FiledTerm<T> term) {
        Columns columns = new Columns(kind);
        var insert =
                sql.insertInto(columns.table)
                        .set(columns.employer, employer.value())
                        .set(columns.id, term.id())
                        .set(columns.content, document(term))
                        .set(columns.version, term.version().value())
                        .set(columns.createdAt, term.createdAt())
                        .set(columns.updatedAt, term.updatedAt());
        if (term.content() instanceof AssumptionContent line) {
            insert =
                    insert.set(TRAINING_ASSUMPTION.ROLE_PROFILE_ID, line.roleProfileId())
                            .set(TRAINING_ASSUMPTION.INPUT, line.input());
        }
        if (term.content() instanceof RateContent rate) {
            insert =
                    insert.set(EXCHANGE_RATE.FROM_CURRENCY, rate.from())
                            .set(EXCHANGE_RATE.TO_CURRENCY, rate.to())
                            .set(EXCHANGE_RATE.QUOTED_ON, rate.date());
        }
        return insert.onConflictDoNothing().execute() == 1;
    }

    /** False when it is no longer at the version before. */
    <T extends Term> boolean update(EmployerId employer, TermKind<T> kind, FiledTerm<T> term) {
        Columns columns = new Columns(kind);
        return sql.update(columns.table)
                        .set(columns.content, document(term))
                        .set(columns.version, term.version().value())
                        .set(columns.updatedAt, term.updatedAt())
                        .where(
                                columns.employer.eq(employer.value()),
                                columns.id.eq(term.id()),
                                columns.version.eq(term.version().value() - 1))
                        .execute()
                == 1;
    }

    <T extends Term> List<FiledTerm<T>> withIds(
            EmployerId employer, TermKind<T> kind, Collection<UUID> ids) {
        Columns columns = new Columns(kind);
        return ids.isEmpty()
                ? List.of()
                : select(columns, kind, columns.of(employer).and(columns.id.in(ids)));
    }

    /**
     * The latest rate of each of these currencies to another, of that day or before; of the same
     * day, the last recorded.
     */
    List<RateContent> rates(
            EmployerId employer, Collection<String> from, String to, LocalDate day) {
        return sql
                .select(EXCHANGE_RATE.CONTENT)
                .distinctOn(EXCHANGE_RATE.FROM_CURRENCY)
                .from(EXCHANGE_RATE)
                .where(
                        EXCHANGE_RATE.EMPLOYER_ID.eq(employer.value()),
                        EXCHANGE_RATE.FROM_CURRENCY.in(from),
                        EXCHANGE_RATE.TO_CURRENCY.eq(to),
                        EXCHANGE_RATE.QUOTED_ON.le(day))
                .orderBy(
                        EXCHANGE_RATE.FROM_CURRENCY,
                        EXCHANGE_RATE.QUOTED_ON.desc(),
                        EXCHANGE_RATE.CREATED_AT.desc(),
                        EXCHANGE_RATE.ID.desc())
                .fetch(EXCHANGE_RATE.CONTENT)
                .stream()
                .map(content -> json.readValue(content.data(), RateContent.class))
                .toList();
    }

    /** A role's ledger. */
    List<FiledTerm<AssumptionContent>> ledger(EmployerId employer, UUID role) {
        Columns columns = new Columns(TermKind.ASSUMPTION);
        return select(
                columns,
                TermKind.ASSUMPTION,
                columns.of(employer).and(TRAINING_ASSUMPTION.ROLE_PROFILE_ID.eq(role)));
    }

    <T extends Term> Page<FiledTerm<T>> page(
            EmployerId employer,
            TermKind<T> kind,
            Optional<UUID> role,
            Optional<PageCursor> after,
            PageSize size) {
        Columns columns = new Columns(kind);
        Condition matching = columns.of(employer);
        if (role.isPresent()) {
            matching = matching.and(TRAINING_ASSUMPTION.ROLE_PROFILE_ID.eq(role.get()));
        }
        Keyset order = Keyset.newestFirst(columns.createdAt, columns.id);
        List<FiledTerm<T>> rows =
                sql.select(columns.read())
                        .from(columns.table)
                        .where(matching, order.after(after))
                        .orderBy(order.order())
                        .limit(size.plusOne())
                        .fetch(row -> term(columns, kind, row));
        return Page.of(rows, size, last -> PageCursor.of(last.createdAt(), last.id()));
    }

    private <T extends Term> List<FiledTerm<T>> select(
            Columns columns, TermKind<T> kind, Condition condition) {
        return sql.select(columns.read())
                .from(columns.table)
                .where(condition)
                .orderBy(columns.id)
                .fetch(row -> term(columns, kind, row));
    }

    private JSONB document(FiledTerm<?> term) {
        return JSONB.jsonb(json.writeValueAsString(term.content()));
    }

    private <T extends Term> FiledTerm<T> term(Columns columns, TermKind<T> kind, Record row) {
        return new FiledTerm<>(
                row.get(columns.id),
                json.readValue(row.get(columns.content).data(), kind.type()),
                new Version(row.get(columns.version)),
                row.get(columns.createdAt),
                row.get(columns.updatedAt));
    }

    /** What the five tables have in common. */
    private static final class Columns {

        private final Table<?> table;
        private final Field<UUID> employer;
        private final Field<UUID> id;
        private final Field<JSONB> content;
        private final Field<Integer> version;
        private final Field<Instant> createdAt;
        private final Field<Instant> updatedAt;

        Columns(TermKind<?> kind) {
            table = Objects.requireNonNull(TABLES.get(kind));
            employer = like(ROLE_PROFILE.EMPLOYER_ID);
            id = like(ROLE_PROFILE.ID);
            content = like(ROLE_PROFILE.CONTENT);
            version = like(ROLE_PROFILE.VERSION);
            createdAt = like(ROLE_PROFILE.CREATED_AT);
            updatedAt = like(ROLE_PROFILE.UPDATED_AT);
        }

        private <V> Field<V> like(TableField<?, V> column) {
            return Objects.requireNonNull(
                    table.field(column.getUnqualifiedName(), column.getDataType()));
        }

        Condition of(EmployerId owner) {
            return employer.eq(owner.value());
        }

        List<Field<?>> read() {
            return List.of(id, content, version, createdAt, updatedAt);
        }
    }
}
