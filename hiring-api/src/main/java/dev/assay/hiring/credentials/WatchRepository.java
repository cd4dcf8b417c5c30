package dev.assay.hiring.credentials;

import static dev.assay.db.jooq.Tables.CREDENTIAL;
import static dev.assay.db.jooq.Tables.CREDENTIAL_DOCUMENT;
import static dev.assay.db.jooq.Tables.RECHECK_DUE;
import static dev.assay.db.jooq.Tables.WATCHED_DOCUMENT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.assay.db.jooq.tables.records.CredentialDocumentRecord;
import dev.assay.db.jooq.tables.records.WatchedDocumentRecord;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Which documents verdicts hang on, and when each is looked at again. */
@Repository
class WatchRepository {

    private final DSLContext sql;

    WatchRepository(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What a credential's latest verdict hangs on. A document that is watched already keeps the
     * digest that was last acted on: if this verdict saw a newer one, the others still have to.
     */
    void watch(
            EmployerId employer,
            CredentialId credential,
            Collection<Consulted> documents,
            Instant now,
            Instant due) {
        sql.deleteFrom(CREDENTIAL_DOCUMENT)
                .where(
                        CREDENTIAL_DOCUMENT.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL_DOCUMENT.CREDENTIAL_ID.eq(credential.value()))
                .execute();
        watchNew(employer, Map.of(credential, documents), now, due);
    }

    /** The same for credentials that hung on nothing before. */
    void watchNew(
            EmployerId employer,
            Map<CredentialId, ? extends Collection<Consulted>> documents,
            Instant now,
            Instant due) {
        List<CredentialDocumentRecord> hanging = new ArrayList<>();
        // In their order: of two who watch the same at once, one waits for the other.
        Map<String, WatchedDocumentRecord> watched = new TreeMap<>();
        documents.forEach((credential, consulted) ->
                consulted.forEach(document -> {
                    CredentialDocumentRecord row = sql.newRecord(CREDENTIAL_DOCUMENT);
                    row.setEmployerId(employer.value());
                    row.setCredentialId(credential.value());
                    row.setAddress(document.address());
                    hanging.add(row);
                    watched.computeIfAbsent(
                            document.address(), _ -> watched(employer, document, now, due));
                }));
        if (hanging.isEmpty()) {
            return;
        }
        sql.insertInto(CREDENTIAL_DOCUMENT).set(hanging).execute();
        sql.insertInto(WATCHED_DOCUMENT).set(watched.values()).onConflictDoNothing().execute();
    }

    private WatchedDocumentRecord watched(
            EmployerId employer, Consulted document, Instant now, Instant due) {
        WatchedDocumentRecord row = sql.newRecord(WATCHED_DOCUMENT);
        row.setEmployerId(employer.value());
        row.setAddress(document.address());
        row.setDigest(document.digest());
        row.setDueAt(due);
        row.setActedAt(now);
        return row;
    }

    /** Takes what is due, unless another worker has it; due again when the lease ends. */
    List<Watched> take(EmployerId employer, Instant now, Instant leaseEnd, int atMost) {
        List<Watched> due =
                sql.select(
                                WATCHED_DOCUMENT.ADDRESS,
                                WATCHED_DOCUMENT.DIGEST,
                                WATCHED_DOCUMENT.ACTED_AT)
                        .from(WATCHED_DOCUMENT)
                        .where(
                                WATCHED_DOCUMENT.EMPLOYER_ID.eq(employer.value()),
                                WATCHED_DOCUMENT.DUE_AT.le(now))
                        .orderBy(WATCHED_DOCUMENT.DUE_AT)
                        .limit(atMost)
                        .forUpdate()
                        .skipLocked()
                        .fetch(row ->
                                new Watched(row.value1(), row.value2(), row.value3(), leaseEnd));
        if (!due.isEmpty()) {
            sql.update(WATCHED_DOCUMENT)
                    .set(WATCHED_DOCUMENT.DUE_AT, leaseEnd)
                    .where(
                            WATCHED_DOCUMENT.EMPLOYER_ID.eq(employer.value()),
                            WATCHED_DOCUMENT.ADDRESS.in(
                                    due.stream().map(Watched::address).toList()))
                    .execute();
        }
        return due;
    }

    /** False when the lease is another's by now. */
    boolean looked(EmployerId employer, Watched watched, Instant due) {
        return sql.update(WATCHED_DOCUMENT)
                        .set(WATCHED_DOCUMENT.DUE_AT, due)
                        .where(
                                WATCHED_DOCUMENT.EMPLOYER_ID.eq(employer.value()),
                                WATCHED_DOCUMENT.ADDRESS.eq(watched.address()),
                                WATCHED_DOCUMENT.DUE_AT.eq(watched.leaseEnd()))
                        .execute()
                == 1;
    }

    /** Has all credentials that hang on a document verified anew; how many those are. */
    int actOn(EmployerId employer, Watched watched, String digest, Instant now) {
        sql.update(WATCHED_DOCUMENT)
                .set(WATCHED_DOCUMENT.DIGEST, digest)
                .set(WATCHED_DOCUMENT.ACTED_AT, now)
                .where(
                        WATCHED_DOCUMENT.EMPLOYER_ID.eq(employer.value()),
                        WATCHED_DOCUMENT.ADDRESS.eq(watched.address()))
                .execute();
        return sql.insertInto(
                        RECHECK_DUE,
                        RECHECK_DUE.EMPLOYER_ID,
                        RECHECK_DUE.CREDENTIAL_ID,
                        RECHECK_DUE.SINCE,
                        RECHECK_DUE.ATTEMPTS,
                        RECHECK_DUE.DUE_AT)
                .select(
                        select(CREDENTIAL.EMPLOYER_ID, CREDENTIAL.ID, val(now), inline(0), val(now))
                                .from(CREDENTIAL_DOCUMENT)
                                .join(CREDENTIAL)
                                .on(
                                        CREDENTIAL.EMPLOYER_ID.eq(CREDENTIAL_DOCUMENT.EMPLOYER_ID),
                                        CREDENTIAL.ID.eq(CREDENTIAL_DOCUMENT.CREDENTIAL_ID))
                                .where(
                                        CREDENTIAL_DOCUMENT.EMPLOYER_ID.eq(employer.value()),
                                        CREDENTIAL_DOCUMENT.ADDRESS.eq(watched.address()),
                                        CREDENTIAL.WITHDRAWN_AT.isNull()))
                .onConflict(RECHECK_DUE.EMPLOYER_ID, RECHECK_DUE.CREDENTIAL_ID)
                .doUpdate()
                .set(RECHECK_DUE.DUE_AT, now)
                .execute();
    }

    /** Whether any credential hangs on it; if none does, it is watched no longer. */
    boolean isNeeded(EmployerId employer, Watched watched) {
        return sql.deleteFrom(WATCHED_DOCUMENT)
                        .where(
                                WATCHED_DOCUMENT.EMPLOYER_ID.eq(employer.value()),
                                WATCHED_DOCUMENT.ADDRESS.eq(watched.address()),
                                notExists(hangsOnIt(employer)))
                        .execute()
                == 0;
    }

    /** Nothing of an erased person's is watched. */
    void deleteOf(EmployerId employer, CandidateId candidate) {
        Set<String> addresses =
                sql.select(CREDENTIAL_DOCUMENT.ADDRESS)
                        .from(CREDENTIAL_DOCUMENT)
                        .join(CREDENTIAL)
                        .on(
                                CREDENTIAL.EMPLOYER_ID.eq(CREDENTIAL_DOCUMENT.EMPLOYER_ID),
                                CREDENTIAL.ID.eq(CREDENTIAL_DOCUMENT.CREDENTIAL_ID))
                        .where(
                                CREDENTIAL_DOCUMENT.EMPLOYER_ID.eq(employer.value()),
                                CREDENTIAL.CANDIDATE_ID.eq(candidate.value()))
                        .fetchSet(CREDENTIAL_DOCUMENT.ADDRESS);
        sql.deleteFrom(CREDENTIAL_DOCUMENT)
                .where(
                        CREDENTIAL_DOCUMENT.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL_DOCUMENT.CREDENTIAL_ID.in(
                                select(CREDENTIAL.ID)
                                        .from(CREDENTIAL)
                                        .where(
                                                CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                                                CREDENTIAL.CANDIDATE_ID.eq(candidate.value()))))
                .execute();
        sql.deleteFrom(WATCHED_DOCUMENT)
                .where(
                        WATCHED_DOCUMENT.EMPLOYER_ID.eq(employer.value()),
                        WATCHED_DOCUMENT.ADDRESS.in(addresses),
                        notExists(hangsOnIt(employer)))
                .execute();
    }

    Optional<Instant> nextDue(EmployerId employer) {
        return sql.select(min(WATCHED_DOCUMENT.DUE_AT))
                .from(WATCHED_DOCUMENT)
                .where(WATCHED_DOCUMENT.EMPLOYER_ID.eq(employer.value()))
                .fetchOptional(row -> row.value1());
    }

    private static org.jooq.Select<?> hangsOnIt(EmployerId employer) {
        return selectOne()
                .from(CREDENTIAL_DOCUMENT)
                .where(
                        CREDENTIAL_DOCUMENT.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL_DOCUMENT.ADDRESS.eq(WATCHED_DOCUMENT.ADDRESS));
    }

    /** A document as it was when its credentials were last verified. */
    record Watched(String address, String digest, Instant actedAt, Instant leaseEnd) {}
}
