package dev.assay.hiring.boards;

import static dev.assay.db.jooq.Tables.BOARD_APPLICATION;
import static dev.assay.db.jooq.Tables.BOARD_CONNECTION;

import dev.assay.db.jooq.tables.records.BoardConnectionRecord;
import dev.assay.hiring.partners.PartnerId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Connections with their sealed secrets, and which pushes were accepted. */
@Repository
class BoardRepository {

    private final DSLContext sql;

    BoardRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** False when the partner has one of this board already. */
    boolean insert(EmployerId employer, BoardConnection connection, byte[] sealed) {
        return sql.insertInto(BOARD_CONNECTION)
                        .set(BOARD_CONNECTION.EMPLOYER_ID, employer.value())
                        .set(BOARD_CONNECTION.ID, connection.id())
                        .set(BOARD_CONNECTION.PARTNER_ID, connection.partner().value())
                        .set(BOARD_CONNECTION.BOARD, connection.board().wireName())
                        .set(BOARD_CONNECTION.ENABLED, connection.enabled())
                        .set(BOARD_CONNECTION.SEALED, sealed)
                        .set(BOARD_CONNECTION.VERSION, connection.version().value())
                        .set(BOARD_CONNECTION.CREATED_AT, connection.createdAt())
                        .set(BOARD_CONNECTION.UPDATED_AT, connection.updatedAt())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    List<BoardConnection> list(EmployerId employer, PartnerId partner) {
        return sql.selectFrom(BOARD_CONNECTION)
                .where(
                        BOARD_CONNECTION.EMPLOYER_ID.eq(employer.value()),
                        BOARD_CONNECTION.PARTNER_ID.eq(partner.value()))
                .orderBy(BOARD_CONNECTION.BOARD)
                .fetch(BoardRepository::connection);
    }

    Optional<BoardConnection> find(EmployerId employer, PartnerId partner, Board board) {
        return sql.selectFrom(BOARD_CONNECTION)
                .where(
                        BOARD_CONNECTION.EMPLOYER_ID.eq(employer.value()),
                        BOARD_CONNECTION.PARTNER_ID.eq(partner.value()),
                        BOARD_CONNECTION.BOARD.eq(board.wireName()))
                .fetchOptional(BoardRepository::connection);
    }

    /** One whose pushes are taken, with the sealed secrets in force at a time. */
    Optional<Listening> listening(EmployerId employer, UUID connection, Instant now) {
        return sql.selectFrom(BOARD_CONNECTION)
                .where(is(employer, connection), BOARD_CONNECTION.ENABLED.isTrue())
                .fetchOptional(row ->
                        new Listening(
                                connection(row),
                                row.getFormerUntil() != null && now.isBefore(row.getFormerUntil())
                                        ? List.of(row.getSealed(), row.getFormerSealed())
                                        : List.of(row.getSealed())));
    }

    /** False when the connection is no longer at the expected version. */
    boolean update(
            EmployerId employer, UUID connection, Version expected, boolean enabled, Instant now) {
        return sql.update(BOARD_CONNECTION)
                        .set(BOARD_CONNECTION.ENABLED, enabled)
                        .set(BOARD_CONNECTION.VERSION, BOARD_CONNECTION.VERSION.plus(1))
                        .set(BOARD_CONNECTION.UPDATED_AT, now)
                        .where(
                                is(employer, connection),
                                BOARD_CONNECTION.VERSION.eq(expected.value()))
                        .execute()
                == 1;
    }

    void replaceSecret(
            EmployerId employer, UUID connection, byte[] sealed, Instant formerUntil, Instant now) {
        sql.update(BOARD_CONNECTION)
                .set(BOARD_CONNECTION.FORMER_SEALED, BOARD_CONNECTION.SEALED)
                .set(BOARD_CONNECTION.FORMER_UNTIL, formerUntil)
                .set(BOARD_CONNECTION.SEALED, sealed)
                .set(BOARD_CONNECTION.VERSION, BOARD_CONNECTION.VERSION.plus(1))
                .set(BOARD_CONNECTION.UPDATED_AT, now)
                .where(is(employer, connection))
                .execute();
    }

    /** False when it was noted since that a push was refused. */
    boolean noteRefusal(EmployerId employer, UUID connection, Instant now, Instant since) {
        return sql.update(BOARD_CONNECTION)
                        .set(BOARD_CONNECTION.REFUSED_AT, now)
                        .where(
                                is(employer, connection),
                                BOARD_CONNECTION
                                        .REFUSED_AT
                                        .isNull()
                                        .or(BOARD_CONNECTION.REFUSED_AT.le(since)))
                        .execute()
                == 1;
    }

    /** What a push was accepted as; empty when it was not. */
    Optional<UUID> submission(EmployerId employer, UUID connection, byte[] reference) {
        return sql.select(BOARD_APPLICATION.SUBMISSION_ID)
                .from(BOARD_APPLICATION)
                .where(
                        BOARD_APPLICATION.EMPLOYER_ID.eq(employer.value()),
                        BOARD_APPLICATION.CONNECTION_ID.eq(connection),
                        BOARD_APPLICATION.REFERENCE.eq(reference))
                .fetchOptional(BOARD_APPLICATION.SUBMISSION_ID);
    }

    /** False when it was accepted before. Two at once wait for each other here. */
    boolean claim(
            EmployerId employer, UUID connection, byte[] reference, UUID submission, Instant now) {
        return sql.insertInto(BOARD_APPLICATION)
                        .set(BOARD_APPLICATION.EMPLOYER_ID, employer.value())
                        .set(BOARD_APPLICATION.CONNECTION_ID, connection)
                        .set(BOARD_APPLICATION.REFERENCE, reference)
                        .set(BOARD_APPLICATION.SUBMISSION_ID, submission)
                        .set(BOARD_APPLICATION.RECEIVED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private static Condition is(EmployerId employer, UUID connection) {
        return BOARD_CONNECTION
                .EMPLOYER_ID
                .eq(employer.value())
                .and(BOARD_CONNECTION.ID.eq(connection));
    }

    private static BoardConnection connection(BoardConnectionRecord row) {
        return new BoardConnection(
                row.getId(),
                new PartnerId(row.getPartnerId()),
                Board.ofWireName(row.getBoard()).orElseThrow(),
                new BoardAddress(new EmployerId(row.getEmployerId()), row.getId()).text(),
                row.getEnabled(),
                Optional.ofNullable(row.getFormerUntil()),
                new Version(row.getVersion()),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    /** A connection with its sealed secrets. */
    record Listening(BoardConnection connection, List<byte[]> sealed) {}
}
