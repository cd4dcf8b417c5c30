package dev.assay.hiring.platform.operations;

import static dev.assay.db.jooq.Tables.OPERATION;
import static dev.assay.db.jooq.Tables.OPERATION_ERROR;
import static dev.assay.db.jooq.Tables.OPERATION_INPUT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.val;

import dev.assay.hiring.platform.persistence.UuidArray;
import dev.assay.hiring.platform.trace.TraceId;
import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.EmployerRole;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.shared.Version;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class OperationRepository {

    static final int MOST_ERRORS = 1_000;

    private static final String INSERT_EACH =
            """
            insert into operation
                (employer_id, state, requested_by, requester, requester_roles, requested_at, version,
                 done, error_count, cancel_asked, dispatched, attempts, id, kind, parameters, trace_id)
            select ?, ?, ?, cast(? as uuid), cast(? as text[]), ?, ?,
                0, 0, false, false, 0, one.id, one.kind, cast(one.parameters as jsonb), one.trace_id
            from unnest(?, ?, ?, ?) as one (id, kind, parameters, trace_id)
            """;

    private static final String INSERT_INPUTS =
            """
            insert into operation_input (employer_id, operation_id, sealed)
            select ?, one.id, one.sealed from unnest(?, ?) as one (id, sealed)
            """;

    private static final String SERVICE = "service:";
    private static final List<Field<?>> COLUMNS =
            List.of(
                    OPERATION.ID,
                    OPERATION.KIND,
                    OPERATION.STATE,
                    OPERATION.REQUESTED_BY,
                    OPERATION.REQUESTED_AT,
                    OPERATION.STARTED_AT,
                    OPERATION.FINISHED_AT,
                    OPERATION.DONE,
                    OPERATION.TOTAL,
                    OPERATION.ERROR_COUNT,
                    OPERATION.RESULT,
                    OPERATION.VERSION);

    private final DSLContext sql;
    private final JsonMapper json;

    OperationRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(Actor actor, OperationId id, NewOperation wanted, Instant now) {
        Requester requester = Requester.of(actor);
        sql.insertInto(OPERATION)
                .set(OPERATION.EMPLOYER_ID, actor.employer().value())
                .set(OPERATION.ID, id.value())
                .set(OPERATION.KIND, wanted.kind())
                .set(
                        OPERATION.PARAMETERS,
                        JSONB.jsonb(json.writeValueAsString(wanted.parameters())))
                .set(OPERATION.STATE, OperationState.QUEUED.wireName())
                .set(OPERATION.REQUESTED_BY, actor.reference())
                .set(OPERATION.REQUESTER, requester.subject())
                .set(OPERATION.REQUESTER_ROLES, requester.roles())
                .set(OPERATION.REQUESTED_AT, now)
                .set(OPERATION.DONE, 0L)
                .set(OPERATION.ERROR_COUNT, 0L)
                .set(OPERATION.CANCEL_ASKED, false)
                .set(OPERATION.DISPATCHED, false)
                .set(OPERATION.ATTEMPTS, 0)
                .set(OPERATION.TRACE_ID, MDC.get(TraceId.LOG_KEY))
                .set(OPERATION.VERSION, Version.FIRST.value())
                .execute();
    }

    void insertInput(EmployerId employer, OperationId id, byte[] sealed) {
        sql.insertInto(OPERATION_INPUT)
                .set(OPERATION_INPUT.EMPLOYER_ID, employer.value())
                .set(OPERATION_INPUT.OPERATION_ID, id.value())
                .set(OPERATION_INPUT.SEALED, sealed)
                .execute();
    }

    /**
     * @param traces what each is traced by, by its id
     */
    void insertEach(
            Actor actor,
            Map<OperationId, NewOperation> wanted,
            Map<UUID, String> traces,
            Instant now) {
        Requester requester = Requester.of(actor);
        List<UUID> ids = wanted.keySet().stream().map(OperationId::value).toList();
        sql.connection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT_EACH)) {
                insert.setObject(1, actor.employer().value());
                insert.setString(2, OperationState.QUEUED.wireName());
                insert.setString(3, actor.reference());
                insert.setObject(4, requester.subject());
                insert.setArray(5, connection.createArrayOf("text", requester.roles()));
                insert.setObject(6, now.atOffset(ZoneOffset.UTC));
                insert.setLong(7, Version.FIRST.value());
                insert.setArray(8, UuidArray.of(connection, ids));
                insert.setArray(9, texts(connection, wanted, NewOperation::kind));
                insert.setArray(
                        10,
                        texts(
                                connection,
                                wanted,
                                one -> json.writeValueAsString(one.parameters())));
                insert.setArray(11, connection.createArrayOf("text", TraceId.each(ids, traces)));
                insert.executeUpdate();
            }
        });
    }

    private static Array texts(
            Connection connection,
            Map<OperationId, NewOperation> wanted,
            Function<NewOperation, String> text)
            throws SQLException {
        return connection.createArrayOf(
                "text", wanted.values().stream().map(text).toArray(String[]::new));
    }

    void insertInputs(EmployerId employer, Map<OperationId, byte[]> sealed) {
        sql.connection(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT_INPUTS)) {
                insert.setObject(1, employer.value());
                insert.setArray(
                        2,
                        UuidArray.of(
                                connection,
                                sealed.keySet().stream().map(OperationId::value).toList()));
                insert.setArray(
                        3,
                        connection.createArrayOf("bytea", sealed.values().toArray(byte[][]::new)));
                insert.executeUpdate();
            }
        });
    }

    Optional<Operation> find(EmployerId employer, OperationId id) {
        return sql.select(COLUMNS)
                .from(OPERATION)
                .where(is(employer, id))
                .fetchOptional(OperationRepository::operation);
    }

    Optional<Operation> findForUpdate(EmployerId employer, OperationId id) {
        return sql.select(COLUMNS)
                .from(OPERATION)
                .where(is(employer, id))
                .forUpdate()
                .fetchOptional(OperationRepository::operation);
    }

    Page<Operation> of(
            EmployerId employer, String requester, Optional<PageCursor> after, PageSize size) {
        Condition matches =
                OPERATION
                        .EMPLOYER_ID
                        .eq(employer.value())
                        .and(OPERATION.REQUESTED_BY.eq(requester));
        List<Operation> operations =
                sql.select(COLUMNS)
                        .from(OPERATION)
                        .where(
                                after.map(cursor -> cursor.part(0, UUID::fromString))
                                        .map(last -> matches.and(OPERATION.ID.lt(last)))
                                        .orElse(matches))
                        .orderBy(OPERATION.ID.desc())
                        .limit(size.plusOne())
                        .fetch(OperationRepository::operation);
        return Page.of(operations, size, operation -> PageCursor.of(operation.id()));
    }

    List<OperationError> errors(EmployerId employer, OperationId id) {
        return sql.select(
                        OPERATION_ERROR.ITEM,
                        OPERATION_ERROR.CODE,
                        OPERATION_ERROR.POINTER,
                        OPERATION_ERROR.DETAIL)
                .from(OPERATION_ERROR)
                .where(
                        OPERATION_ERROR.EMPLOYER_ID.eq(employer.value()),
                        OPERATION_ERROR.OPERATION_ID.eq(id.value()))
                .orderBy(OPERATION_ERROR.POSITION)
                .fetch(row ->
                        new OperationError(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    void cancelQueued(EmployerId employer, OperationId id, Instant now) {
        int cancelled =
                sql.update(OPERATION)
                        .set(OPERATION.STATE, OperationState.CANCELLED.wireName())
                        .set(OPERATION.FINISHED_AT, now)
                        .set(OPERATION.VERSION, OPERATION.VERSION.plus(1))
                        .where(is(employer, id), isIn(OperationState.QUEUED))
                        .execute();
        requireOne(cancelled);
        deleteInput(employer, id);
    }

    /** False when that was asked before. */
    boolean askToCancel(EmployerId employer, OperationId id) {
        return sql.update(OPERATION)
                        .set(OPERATION.CANCEL_ASKED, true)
                        .set(OPERATION.VERSION, OPERATION.VERSION.plus(1))
                        .where(is(employer, id), OPERATION.CANCEL_ASKED.isFalse())
                        .execute()
                == 1;
    }

    /** Operations that no task was made for yet. */
    List<OperationId> undispatched(EmployerId employer, int atMost) {
        return sql.select(OPERATION.ID)
                .from(OPERATION)
                .where(
                        OPERATION.EMPLOYER_ID.eq(employer.value()),
                        isIn(OperationState.QUEUED),
                        OPERATION.DISPATCHED.isFalse())
                .orderBy(OPERATION.ID)
                .limit(atMost)
                .fetch(row -> new OperationId(row.value1()));
    }

    void markDispatched(EmployerId employer, List<OperationId> operations) {
        sql.update(OPERATION)
                .set(OPERATION.DISPATCHED, true)
                .where(
                        OPERATION.EMPLOYER_ID.eq(employer.value()),
                        OPERATION.ID.in(operations.stream().map(OperationId::value).toList()))
                .execute();
    }

    /** The kind of an operation that is not over. */
    Optional<String> unfinished(EmployerId employer, OperationId id) {
        return sql.select(OPERATION.KIND)
                .from(OPERATION)
                .where(is(employer, id), isIn(OperationState.QUEUED, OperationState.RUNNING))
                .fetchOptional(OPERATION.KIND);
    }

    /** Takes the lease, whoever had it: that run can move nothing any more. */
    Optional<Begun> begin(EmployerId employer, OperationId id, UUID lease, Instant now) {
        int begun =
                sql.update(OPERATION)
                        .set(OPERATION.STATE, OperationState.RUNNING.wireName())
                        .set(OPERATION.LEASE, lease)
                        .set(OPERATION.STARTED_AT, coalesce(OPERATION.STARTED_AT, val(now)))
                        .set(OPERATION.VERSION, OPERATION.VERSION.plus(1))
                        .where(
                                is(employer, id),
                                isIn(OperationState.QUEUED, OperationState.RUNNING))
                        .execute();
        if (begun == 0) {
            return Optional.empty();
        }
        return sql.select(
                        OPERATION.KIND,
                        OPERATION.PARAMETERS,
                        OPERATION.REQUESTED_BY,
                        OPERATION.REQUESTER,
                        OPERATION.REQUESTER_ROLES,
                        OPERATION.DONE,
                        OPERATION.CHECKPOINT,
                        OPERATION.TRACE_ID,
                        OPERATION_INPUT.SEALED)
                .from(OPERATION)
                .join(OPERATION_INPUT)
                .on(
                        OPERATION_INPUT.EMPLOYER_ID.eq(OPERATION.EMPLOYER_ID),
                        OPERATION_INPUT.OPERATION_ID.eq(OPERATION.ID))
                .where(is(employer, id))
                .fetchOptional(row ->
                        new Begun(
                                row.value1(),
                                json.readValue(row.value2().data(), new TypeReference<>() {}),
                                new Requester(row.value4(), row.value5())
                                        .actor(employer, row.value3()),
                                row.value6(),
                                Optional.ofNullable(row.value7()),
                                Optional.ofNullable(row.value8()),
                                row.value9()));
    }

    /** Locks the operation, if the lease still holds; whether it is to be cancelled. */
    Optional<Boolean> hold(EmployerId employer, OperationId id, UUID lease) {
        return sql.select(OPERATION.CANCEL_ASKED)
                .from(OPERATION)
                .where(is(employer, id), isIn(OperationState.RUNNING), OPERATION.LEASE.eq(lease))
                .forUpdate()
                .fetchOptional(OPERATION.CANCEL_ASKED);
    }

    /** Whether the lease still holds and nobody asked to stop. */
    boolean isWanted(EmployerId employer, OperationId id, UUID lease) {
        return sql.select(OPERATION.ID)
                .from(OPERATION)
                .where(
                        is(employer, id),
                        isIn(OperationState.RUNNING),
                        OPERATION.LEASE.eq(lease),
                        OPERATION.CANCEL_ASKED.isFalse())
                .fetchOptional()
                .isPresent();
    }

    void move(EmployerId employer, OperationId id, UUID lease, Progress progress) {
        requireOne(
                sql.update(OPERATION)
                        .set(OPERATION.DONE, OPERATION.DONE.plus(progress.done()))
                        .set(
                                OPERATION.TOTAL,
                                progress.total().isPresent()
                                        ? val(progress.total().get())
                                        : OPERATION.TOTAL)
                        .set(OPERATION.CHECKPOINT, progress.checkpoint())
                        .set(OPERATION.ATTEMPTS, 0)
                        .set(OPERATION.VERSION, OPERATION.VERSION.plus(1))
                        .where(is(employer, id), OPERATION.LEASE.eq(lease))
                        .execute());
        insertErrors(employer, id, progress.errors());
    }

    void finish(
            EmployerId employer,
            OperationId id,
            UUID lease,
            OperationState state,
            @Nullable String result,
            Instant now) {
        requireOne(
                sql.update(OPERATION)
                        .set(OPERATION.STATE, state.wireName())
                        .set(OPERATION.RESULT, result)
                        .set(OPERATION.FINISHED_AT, now)
                        .setNull(OPERATION.LEASE)
                        .set(OPERATION.VERSION, OPERATION.VERSION.plus(1))
                        .where(is(employer, id), OPERATION.LEASE.eq(lease))
                        .execute());
        deleteInput(employer, id);
    }

    /** Puts an operation back into the queue, if the lease still holds. */
    void release(EmployerId employer, OperationId id, UUID lease, boolean failed) {
        sql.update(OPERATION)
                .set(OPERATION.STATE, OperationState.QUEUED.wireName())
                .setNull(OPERATION.LEASE)
                .set(OPERATION.ATTEMPTS, OPERATION.ATTEMPTS.plus(failed ? 1 : 0))
                .set(OPERATION.VERSION, OPERATION.VERSION.plus(1))
                .where(is(employer, id), OPERATION.LEASE.eq(lease))
                .execute();
    }

    void insertErrors(EmployerId employer, OperationId id, List<OperationError> errors) {
        if (errors.isEmpty()) {
            return;
        }
        long before =
                sql.select(OPERATION.ERROR_COUNT)
                        .from(OPERATION)
                        .where(is(employer, id))
                        .fetchSingle()
                        .value1();
        long position = before;
        for (OperationError error : errors) {
            position++;
            if (position <= MOST_ERRORS) {
                insertError(employer, id, position, error);
            }
        }
        sql.update(OPERATION)
                .set(OPERATION.ERROR_COUNT, position)
                .where(is(employer, id))
                .execute();
    }

    private void insertError(
            EmployerId employer, OperationId id, long position, OperationError error) {
        sql.insertInto(OPERATION_ERROR)
                .set(OPERATION_ERROR.EMPLOYER_ID, employer.value())
                .set(OPERATION_ERROR.OPERATION_ID, id.value())
                .set(OPERATION_ERROR.POSITION, position)
                .set(OPERATION_ERROR.ITEM, error.item())
                .set(OPERATION_ERROR.CODE, error.code())
                .set(OPERATION_ERROR.POINTER, error.pointer())
                .set(OPERATION_ERROR.DETAIL, error.detail())
                .execute();
    }

    private void deleteInput(EmployerId employer, OperationId id) {
        sql.deleteFrom(OPERATION_INPUT)
                .where(
                        OPERATION_INPUT.EMPLOYER_ID.eq(employer.value()),
                        OPERATION_INPUT.OPERATION_ID.eq(id.value()))
                .execute();
    }

    private static Condition is(EmployerId employer, OperationId id) {
        return OPERATION.EMPLOYER_ID.eq(employer.value()).and(OPERATION.ID.eq(id.value()));
    }

    private static Condition isIn(OperationState... states) {
        return OPERATION.STATE.in(Arrays.stream(states).map(OperationState::wireName).toList());
    }

    private static void requireOne(int changed) {
        if (changed != 1) {
            throw new IllegalStateException("an operation was moved by a run that lost its lease");
        }
    }

    private static Operation operation(Record row) {
        return new Operation(
                new OperationId(row.get(OPERATION.ID)),
                row.get(OPERATION.KIND),
                OperationState.ofWireName(row.get(OPERATION.STATE)),
                row.get(OPERATION.REQUESTED_BY),
                row.get(OPERATION.REQUESTED_AT),
                Optional.ofNullable(row.get(OPERATION.STARTED_AT)),
                Optional.ofNullable(row.get(OPERATION.FINISHED_AT)),
                row.get(OPERATION.DONE),
                Optional.ofNullable(row.get(OPERATION.TOTAL)),
                row.get(OPERATION.ERROR_COUNT),
                Optional.ofNullable(row.get(OPERATION.RESULT)),
                new Version(row.get(OPERATION.VERSION)));
    }

    /** An operation as a run finds it. */
    record Begun(
            String kind,
            Map<String, String> parameters,
            Actor actor,
            long done,
            Optional<String> checkpoint,
            Optional<String> traceId,
            byte[] sealedInput) {}

    /** Who asked, in a form to be stored. */
    private record Requester(@Nullable UUID subject, String[] roles) {

        static Requester of(Actor actor) {
            return switch (actor) {
                case Actor.Person person ->
                        new Requester(
                                person.subject(),
                                person.roles().stream()
                                        .map(EmployerRole::wireName)
                                        .sorted()
                                        .toArray(String[]::new));
                case Actor.Service _ -> new Requester(null, new String[0]);
                case Actor.Partner _ ->
                        throw new IllegalArgumentException("partners ask for no operations");
            };
        }

        Actor actor(EmployerId employer, String reference) {
            if (subject == null) {
                return new Actor.Service(employer, reference.substring(SERVICE.length()));
            }
            Set<EmployerRole> held =
                    Arrays.stream(roles)
                            .map(EmployerRole::ofWireName)
                            .collect(Collectors.toUnmodifiableSet());
            return new Actor.Person(employer, subject, held);
        }
    }
}
