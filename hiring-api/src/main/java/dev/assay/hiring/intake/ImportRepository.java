package dev.assay.hiring.intake;

import static dev.assay.db.jooq.Tables.APPLICATION;
import static dev.assay.db.jooq.Tables.APPLICATION_IMPORT;
import static dev.assay.db.jooq.Tables.IMPORTED_LINE;
import static dev.assay.db.jooq.Tables.IMPORT_LINE;
import static org.jooq.impl.DSL.function;

import dev.assay.db.jooq.tables.records.ImportedLineRecord;
import dev.assay.hiring.jobs.JobId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.InvalidInput.Fault;
import dev.assay.hiring.shared.PersonId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record2;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ImportRepository {

    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};

    private static final String SETTLE =
            """
            update import_line
            set outcome = one.outcome, application_id = one.application_id, credentials = one.credentials,
                verified = one.verified, code = one.code, faults = cast(one.faults as jsonb), sealed = null
            from unnest(?, ?, ?, ?, ?, ?, ?)
                as one (line, outcome, application_id, credentials, verified, code, faults)
            where import_line.employer_id = ? and import_line.import_id = ? and import_line.line = one.line
            """;

    private final DSLContext sql;
    private final JsonMapper json;

    ImportRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A line that waits for its turn, as it was sealed. */
    record Staged(long line, byte[] sealed) {}

    /** An import that has come in whole. */
    record Head(JobId job, boolean dryRun, long lines) {}

    void insert(
            EmployerId employer,
            ImportId id,
            JobId job,
            boolean dryRun,
            String requestedBy,
            Instant now) {
        sql.insertInto(APPLICATION_IMPORT)
                .set(APPLICATION_IMPORT.EMPLOYER_ID, employer.value())
                .set(APPLICATION_IMPORT.ID, id.value())
                .set(APPLICATION_IMPORT.JOB_ID, job.value())
                .set(APPLICATION_IMPORT.DRY_RUN, dryRun)
                .set(APPLICATION_IMPORT.REQUESTED_BY, requestedBy)
                .set(APPLICATION_IMPORT.BEGUN_AT, now)
                .execute();
    }

    void stage(EmployerId employer, ImportId id, Collection<Staged> lines) {
        var insert =
                sql.insertInto(
                        IMPORT_LINE,
                        IMPORT_LINE.EMPLOYER_ID,
                        IMPORT_LINE.IMPORT_ID,
                        IMPORT_LINE.LINE,
                        IMPORT_LINE.SEALED);
        for (Staged line : lines) {
            insert = insert.values(employer.value(), id.value(), line.line(), line.sealed());
        }
        insert.execute();
    }

    void insertSettled(EmployerId employer, ImportId id, ImportLine line) {
        sql.insertInto(IMPORT_LINE)
                .set(IMPORT_LINE.EMPLOYER_ID, employer.value())
                .set(IMPORT_LINE.IMPORT_ID, id.value())
                .set(IMPORT_LINE.LINE, line.line())
                .set(outcome(line))
                .execute();
    }

    /** It has come in whole. */
    void complete(EmployerId employer, ImportId id, long lines) {
        sql.update(APPLICATION_IMPORT)
                .set(APPLICATION_IMPORT.LINES, lines)
                .where(isImport(employer, id))
                .execute();
    }

    /** Empty while it has not come in whole, or there is none. */
    Optional<Head> head(EmployerId employer, ImportId id) {
        return sql.select(
                        APPLICATION_IMPORT.JOB_ID,
                        APPLICATION_IMPORT.DRY_RUN,
                        APPLICATION_IMPORT.LINES)
                .from(APPLICATION_IMPORT)
                .where(isImport(employer, id), APPLICATION_IMPORT.LINES.isNotNull())
                .fetchOptional(row ->
                        new Head(
                                new JobId(row.value1()),
                                row.value2(),
                                Objects.requireNonNull(row.value3())));
    }

    /**
     * Some after a line whose turn has not come, in their order: at least one where there is any,
     * and no more than come to so many bytes.
     */
    Stretch staged(EmployerId employer, ImportId id, long after, int most, long mostBytes) {
        List<Record2<Long, Integer>> waiting =
                sql.select(
                                IMPORT_LINE.LINE,
                                function("octet_length", Integer.class, IMPORT_LINE.SEALED))
                        .from(IMPORT_LINE)
                        .where(
                                isLineOf(employer, id),
                                IMPORT_LINE.LINE.gt(after),
                                IMPORT_LINE.OUTCOME.isNull())
                        .orderBy(IMPORT_LINE.LINE)
                        .limit(most)
                        .fetch();
        int count = 0;
        long bytes = 0;
        for (Record2<Long, Integer> line : waiting) {
            bytes += line.value2();
            if (count > 0 && bytes > mostBytes) {
                break;
            }
            count++;
        }
        if (count == 0) {
            return new Stretch(List.of(), true);
        }
        List<Staged> lines =
                sql.select(IMPORT_LINE.LINE, IMPORT_LINE.SEALED)
                        .from(IMPORT_LINE)
                        .where(
                                isLineOf(employer, id),
                                IMPORT_LINE.LINE.gt(after),
                                IMPORT_LINE.LINE.le(waiting.get(count - 1).value1()),
                                IMPORT_LINE.OUTCOME.isNull())
                        .orderBy(IMPORT_LINE.LINE)
                        .fetch(row ->
                                new Staged(row.value1(), Objects.requireNonNull(row.value2())));
        return new Stretch(lines, count == waiting.size() && count < most);
    }

    /**
     * Lines that follow one another.
     *
     * @param last whether nothing comes after them
     */
    record Stretch(List<Staged> lines, boolean last) {}

    /** What was received of them goes. */
    void settle(EmployerId employer, ImportId id, List<ImportLine> lines) {
        sql.connection(connection -> {
            try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
                // The driver sends such arrays as they are; jOOQ would write each into a literal.
                settle.setArray(1, array(connection, "int8", lines, ImportLine::line));
                settle.setArray(
                        2,
                        array(
                                connection,
                                "text",
                                lines,
                                line -> line.outcome().orElseThrow().wireName()));
                settle.setArray(
                        3,
                        array(
                                connection,
                                "uuid",
                                lines,
                                line -> line.application().map(ApplicationId::value).orElse(null)));
                settle.setArray(4, array(connection, "int4", lines, ImportLine::credentials));
                settle.setArray(5, array(connection, "int4", lines, ImportLine::verified));
                settle.setArray(
                        6, array(connection, "text", lines, line -> line.code().orElse(null)));
                settle.setArray(7, array(connection, "text", lines, this::faults));
                settle.setObject(8, employer.value());
                settle.setObject(9, id.value());
                settle.executeUpdate();
            }
        });
    }

    private static Array array(
            Connection connection,
            String type,
            List<ImportLine> lines,
            Function<ImportLine, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, lines.stream().map(value).toArray());
    }

    private @Nullable String faults(ImportLine line) {
        return line.faults().isEmpty() ? null : json.writeValueAsString(line.faults());
    }

    List<ImportLine> lines(EmployerId employer, ImportId id, long after, int most) {
        return sql.select(
                        IMPORT_LINE.LINE,
                        IMPORT_LINE.OUTCOME,
                        IMPORT_LINE.APPLICATION_ID,
                        IMPORT_LINE.CREDENTIALS,
                        IMPORT_LINE.VERIFIED,
                        IMPORT_LINE.CODE,
                        IMPORT_LINE.FAULTS)
                .from(IMPORT_LINE)
                .where(isLineOf(employer, id), IMPORT_LINE.LINE.gt(after))
                .orderBy(IMPORT_LINE.LINE)
                .limit(most)
                .fetch(this::line);
    }

    /** The applications that such lines have made for this job, by the digest of the line. */
    Map<LineDigest, ApplicationId> madeBy(
            EmployerId employer, JobId job, Collection<LineDigest> digests) {
        return sql.select(IMPORTED_LINE.DIGEST, IMPORTED_LINE.APPLICATION_ID)
                .from(IMPORTED_LINE)
                .where(
                        IMPORTED_LINE.EMPLOYER_ID.eq(employer.value()),
                        IMPORTED_LINE.JOB_ID.eq(job.value()),
                        IMPORTED_LINE.DIGEST.in(digests.stream().map(LineDigest::bytes).toList()))
                .fetchMap(
                        row -> new LineDigest(row.value1()),
                        row -> new ApplicationId(row.value2()));
    }

    void insertMade(EmployerId employer, JobId job, Map<LineDigest, ApplicationId> made) {
        if (made.isEmpty()) {
            return;
        }
        List<ImportedLineRecord> rows = new ArrayList<>();
        made.forEach((digest, application) -> {
            ImportedLineRecord row = sql.newRecord(IMPORTED_LINE);
            row.setEmployerId(employer.value());
            row.setJobId(job.value());
            row.setDigest(digest.bytes());
            row.setApplicationId(application.value());
            rows.add(row);
        });
        sql.insertInto(IMPORTED_LINE).set(rows).execute();
    }

    void forgetLinesOf(EmployerId employer, PersonId person) {
        sql.deleteFrom(IMPORTED_LINE)
                .where(
                        IMPORTED_LINE.EMPLOYER_ID.eq(employer.value()),
                        IMPORTED_LINE.APPLICATION_ID.in(
                                sql.select(APPLICATION.ID)
                                        .from(APPLICATION)
                                        .where(
                                                APPLICATION.EMPLOYER_ID.eq(employer.value()),
                                                APPLICATION.CANDIDATE_ID.eq(person.value()))))
                .execute();
    }

    /** Imports begun before an instant, or before another and never come in whole. */
    List<ImportId> stale(EmployerId employer, Instant begun, Instant unfinished, int most) {
        return sql.select(APPLICATION_IMPORT.ID)
                .from(APPLICATION_IMPORT)
                .where(
                        APPLICATION_IMPORT.EMPLOYER_ID.eq(employer.value()),
                        APPLICATION_IMPORT
                                .BEGUN_AT
                                .lt(begun)
                                .or(
                                        APPLICATION_IMPORT
                                                .LINES
                                                .isNull()
                                                .and(APPLICATION_IMPORT.BEGUN_AT.lt(unfinished))))
                .orderBy(APPLICATION_IMPORT.BEGUN_AT)
                .limit(most)
                .fetch(row -> new ImportId(row.value1()));
    }

    void delete(EmployerId employer, ImportId id) {
        sql.deleteFrom(IMPORT_LINE).where(isLineOf(employer, id)).execute();
        sql.deleteFrom(APPLICATION_IMPORT).where(isImport(employer, id)).execute();
    }

    private Map<?, ?> outcome(ImportLine line) {
        var values = new HashMap<Field<?>, @Nullable Object>();
        values.put(IMPORT_LINE.OUTCOME, line.outcome().orElseThrow().wireName());
        values.put(
                IMPORT_LINE.APPLICATION_ID,
                line.application().map(ApplicationId::value).orElse(null));
        values.put(IMPORT_LINE.CREDENTIALS, line.credentials());
        values.put(IMPORT_LINE.VERIFIED, line.verified());
        values.put(IMPORT_LINE.CODE, line.code().orElse(null));
        String faults = faults(line);
        values.put(IMPORT_LINE.FAULTS, faults == null ? null : JSONB.jsonb(faults));
        return values;
    }

    private ImportLine line(Record row) {
        JSONB faults = row.get(IMPORT_LINE.FAULTS);
        return new ImportLine(
                row.get(IMPORT_LINE.LINE),
                Optional.ofNullable(row.get(IMPORT_LINE.OUTCOME)).map(LineOutcome::ofWireName),
                Optional.ofNullable(row.get(IMPORT_LINE.APPLICATION_ID)).map(ApplicationId::new),
                Objects.requireNonNullElse(row.get(IMPORT_LINE.CREDENTIALS), 0),
                Objects.requireNonNullElse(row.get(IMPORT_LINE.VERIFIED), 0),
                Optional.ofNullable(row.get(IMPORT_LINE.CODE)),
                faults == null ? List.of() : json.readValue(faults.data(), FAULTS));
    }

    private static Condition isImport(EmployerId employer, ImportId id) {
        return APPLICATION_IMPORT
                .EMPLOYER_ID
                .eq(employer.value())
                .and(APPLICATION_IMPORT.ID.eq(id.value()));
    }

    private static Condition isLineOf(EmployerId employer, ImportId id) {
        return IMPORT_LINE
                .EMPLOYER_ID
                .eq(employer.value())
                .and(IMPORT_LINE.IMPORT_ID.eq(id.value()));
    }
}
