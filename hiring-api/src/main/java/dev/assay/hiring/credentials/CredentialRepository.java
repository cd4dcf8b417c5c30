package dev.assay.hiring.credentials;

import static dev.assay.db.jooq.Tables.CREDENTIAL;
import static dev.assay.db.jooq.Tables.CREDENTIAL_VERIFICATION;
import static dev.assay.db.jooq.Tables.RECHECK_DUE;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;

import dev.assay.credential.evidence.Evidence;
import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.db.jooq.tables.records.CredentialRecord;
import dev.assay.db.jooq.tables.records.CredentialVerificationRecord;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.persistence.Rendered;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.NewIds;
import dev.assay.hiring.shared.PersonId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CredentialRepository {

    /** From version 2 on the plain report holds verdicts alone; the whole one is sealed. */
    private static final int SCHEMA_VERSION = 2;

    /** Beyond so many issuers, the registry is looked after by import and not by hand. */
    private static final int ISSUERS_LOOKED_AT = 500;

    private final DSLContext sql;
    private final JsonMapper json;
    private final Rendered ofEach;

    CredentialRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
        this.ofEach =
                new Rendered(
                        sql,
                        selected()
                                .and(CREDENTIAL_VERIFICATION.ID.eq(CREDENTIAL.VERIFICATION_ID))
                                .where(
                                        CREDENTIAL.EMPLOYER_ID.eq(Rendered.EMPLOYER),
                                        CREDENTIAL.APPLICATION_ID.eq(any(Rendered.IDS)))
                                .orderBy(CREDENTIAL.ID));
    }

    void insert(EmployerId employer, List<FiledCredential> credentials, PersonKeys keys) {
        List<CredentialRecord> rows = new ArrayList<>();
        List<CredentialVerificationRecord> verifications = new ArrayList<>();
        for (FiledCredential one : credentials) {
            UUID verification = NewIds.next();
            rows.add(row(employer, one, verification, keys));
            verifications.add(
                    verification(
                            employer, one.stored(), verification, one.received().evidence(), keys));
        }
        sql.insertInto(CREDENTIAL).set(rows).execute();
        sql.insertInto(CREDENTIAL_VERIFICATION).set(verifications).execute();
    }

    private CredentialRecord row(
            EmployerId employer, FiledCredential filed, UUID verification, PersonKeys keys) {
        StoredCredential credential = filed.stored();
        VerifiedCredential received = filed.received();
        PersonId person = credential.candidate().person();
        Optional<byte[]> document = received.document().map(SubmittedDocument::bytes);
        CredentialRecord row = sql.newRecord(CREDENTIAL);
        row.setEmployerId(employer.value());
        row.setId(credential.id().value());
        row.setApplicationId(credential.application().value());
        row.setCandidateId(credential.candidate().value());
        row.setSealedAddress(
                received.address().map(address -> keys.seal(person, address.bytes())).orElse(null));
        row.setSealed(document.map(bytes -> keys.seal(person, bytes)).orElse(null));
        row.setDigest(document.map(bytes -> keys.digest(person, bytes)).orElse(null));
        row.setMediaType(received.document().map(SubmittedDocument::mediaType).orElse(null));
        row.setIssuerId(credential.issuerId().orElse(null));
        row.setIssuerName(issuerName(credential.report()));
        row.setSubmittedAt(credential.submittedAt());
        row.setVerificationId(verification);
        return row;
    }

    /** A further verification, which is the one that counts from now on. */
    void verifiedAgain(
            EmployerId employer,
            StoredCredential credential,
            Optional<Evidence> evidence,
            PersonKeys keys) {
        UUID verification = NewIds.next();
        sql.insertInto(CREDENTIAL_VERIFICATION)
                .set(verification(employer, credential, verification, evidence, keys))
                .execute();
        sql.update(CREDENTIAL)
                .set(CREDENTIAL.VERIFICATION_ID, verification)
                .set(CREDENTIAL.ISSUER_ID, credential.issuerId().orElse(null))
                .set(CREDENTIAL.ISSUER_NAME, issuerName(credential.report()))
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.ID.eq(credential.id().value()))
                .execute();
    }

    /** The document of a credential of which there was but an address; once a credential. */
    void arrived(
            EmployerId employer,
            StoredCredential credential,
            SubmittedDocument document,
            PersonKeys keys) {
        PersonId person = credential.candidate().person();
        sql.update(CREDENTIAL)
                .set(CREDENTIAL.SEALED, keys.seal(person, document.bytes()))
                .set(CREDENTIAL.DIGEST, keys.digest(person, document.bytes()))
                .set(CREDENTIAL.MEDIA_TYPE, document.mediaType())
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.ID.eq(credential.id().value()),
                        CREDENTIAL.SEALED.isNull())
                .execute();
    }

    private CredentialVerificationRecord verification(
            EmployerId employer,
            StoredCredential credential,
            UUID verification,
            Optional<Evidence> evidence,
            PersonKeys keys) {
        PersonId person = credential.candidate().person();
        CredentialVerificationRecord row = sql.newRecord(CREDENTIAL_VERIFICATION);
        row.setEmployerId(employer.value());
        row.setId(verification);
        row.setCredentialId(credential.id().value());
        row.setVerifiedAt(credential.verifiedAt());
        row.setOutcome(credential.report().outcome().wireName());
        row.setSchemaVersion(SCHEMA_VERSION);
        row.setReport(verdicts(credential.report()));
        row.setSealed(keys.seal(person, json.writeValueAsBytes(credential.report())));
        row.setSealedEvidence(
                evidence.map(e -> keys.seal(person, EvidencePack.of(e).bytes())).orElse(null));
        return row;
    }

    Optional<SealedCredential> get(EmployerId employer, CredentialId credential) {
        return selected()
                .and(CREDENTIAL_VERIFICATION.ID.eq(CREDENTIAL.VERIFICATION_ID))
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.ID.eq(credential.value()))
                .fetchOptional(this::credential);
    }

    List<SealedCredential> ofEach(EmployerId employer, Collection<ApplicationId> applications) {
        return ofEach.fetch(
                employer,
                applications.stream().map(ApplicationId::value).toList(),
                this::credential);
    }

    List<SealedCredential> ofCandidate(EmployerId employer, CandidateId candidate) {
        return current(CREDENTIAL.CANDIDATE_ID.eq(candidate.value()), employer);
    }

    private List<SealedCredential> current(Condition condition, EmployerId employer) {
        return selected()
                .and(CREDENTIAL_VERIFICATION.ID.eq(CREDENTIAL.VERIFICATION_ID))
                .where(CREDENTIAL.EMPLOYER_ID.eq(employer.value()), condition)
                .orderBy(CREDENTIAL.ID)
                .fetch(this::credential);
    }

    List<SealedCredential> ofPerson(EmployerId employer, Collection<CandidateId> person) {
        return selected()
                .and(CREDENTIAL_VERIFICATION.ID.eq(CREDENTIAL.VERIFICATION_ID))
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.CANDIDATE_ID.in(
                                person.stream().map(CandidateId::value).toList()))
                .orderBy(CREDENTIAL.ID)
                .fetch(this::credential);
    }

    /** One credential with each of its verifications, oldest first. */
    List<SealedCredential> verifications(EmployerId employer, CredentialId credential) {
        return selected()
                .and(CREDENTIAL_VERIFICATION.CREDENTIAL_ID.eq(CREDENTIAL.ID))
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.ID.eq(credential.value()))
                .orderBy(CREDENTIAL_VERIFICATION.VERIFIED_AT, CREDENTIAL_VERIFICATION.ID)
                .fetch(this::credential);
    }

    List<CredentialId> idsOf(EmployerId employer, CandidateId candidate) {
        return sql.select(CREDENTIAL.ID)
                .from(CREDENTIAL)
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.CANDIDATE_ID.eq(candidate.value()))
                .orderBy(CREDENTIAL.ID)
                .fetch(row -> new CredentialId(row.value1()));
    }

    /** What each verification of a credential rested on, sealed, oldest first. */
    List<byte[]> evidence(EmployerId employer, CredentialId credential) {
        return sql.select(CREDENTIAL_VERIFICATION.SEALED_EVIDENCE)
                .from(CREDENTIAL_VERIFICATION)
                .where(
                        CREDENTIAL_VERIFICATION.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL_VERIFICATION.CREDENTIAL_ID.eq(credential.value()),
                        CREDENTIAL_VERIFICATION.SEALED_EVIDENCE.isNotNull())
                .orderBy(CREDENTIAL_VERIFICATION.VERIFIED_AT, CREDENTIAL_VERIFICATION.ID)
                .fetch(CREDENTIAL_VERIFICATION.SEALED_EVIDENCE);
    }

    /** How many credentials an application has that are not withdrawn. */
    int standing(EmployerId employer, ApplicationId application) {
        return sql.fetchCount(
                CREDENTIAL,
                CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                CREDENTIAL.APPLICATION_ID.eq(application.value()),
                CREDENTIAL.WITHDRAWN_AT.isNull());
    }

    boolean belongs(EmployerId employer, ApplicationId application, CredentialId credential) {
        return sql.fetchExists(
                CREDENTIAL,
                CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                CREDENTIAL.APPLICATION_ID.eq(application.value()),
                CREDENTIAL.ID.eq(credential.value()));
    }

    /** False when it was withdrawn before. */
    boolean withdraw(EmployerId employer, CredentialId credential, Instant now) {
        return sql.update(CREDENTIAL)
                        .set(CREDENTIAL.WITHDRAWN_AT, now)
                        .where(
                                CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                                CREDENTIAL.ID.eq(credential.value()),
                                CREDENTIAL.WITHDRAWN_AT.isNull())
                        .execute()
                == 1;
    }

    Optional<byte[]> address(EmployerId employer, CredentialId credential) {
        return sql.select(CREDENTIAL.SEALED_ADDRESS)
                .from(CREDENTIAL)
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.ID.eq(credential.value()))
                .fetchOptional(CREDENTIAL.SEALED_ADDRESS);
    }

    Optional<byte[]> document(EmployerId employer, CredentialId credential) {
        return sql.select(CREDENTIAL.SEALED)
                .from(CREDENTIAL)
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.ID.eq(credential.value()))
                .fetchOptional(CREDENTIAL.SEALED);
    }

    /** The documents of these, as far as there are any that can be opened. */
    Map<CredentialId, SubmittedDocument> documents(
            EmployerId employer, Collection<StoredCredential> credentials, PersonKeys keys) {
        Map<CredentialId, SubmittedDocument> found = new HashMap<>();
        sql.select(CREDENTIAL.ID, CREDENTIAL.CANDIDATE_ID, CREDENTIAL.SEALED, CREDENTIAL.MEDIA_TYPE)
                .from(CREDENTIAL)
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.ID.in(
                                credentials.stream().map(one -> one.id().value()).toList()),
                        CREDENTIAL.SEALED.isNotNull())
                .forEach(row ->
                        keys.open(new PersonId(row.value2()), row.value3())
                                .ifPresent(bytes ->
                                        found.put(
                                                new CredentialId(row.value1()),
                                                new SubmittedDocument(bytes, row.value4()))));
        return found;
    }

    /** Where these came from, or are to come from. */
    Set<CredentialAddress> addresses(
            EmployerId employer, Collection<StoredCredential> credentials, PersonKeys keys) {
        Set<CredentialAddress> found = new HashSet<>();
        sql.select(CREDENTIAL.CANDIDATE_ID, CREDENTIAL.SEALED_ADDRESS)
                .from(CREDENTIAL)
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.ID.in(
                                credentials.stream().map(one -> one.id().value()).toList()),
                        CREDENTIAL.SEALED_ADDRESS.isNotNull())
                .forEach(row ->
                        keys.open(new PersonId(row.value1()), row.value2())
                                .map(CredentialAddress::of)
                                .ifPresent(found::add));
        return found;
    }

    /** Empties what was read out of the person's documents into plain columns. */
    void emptyOf(EmployerId employer, CandidateId candidate) {
        sql.update(CREDENTIAL)
                .set(CREDENTIAL.MEDIA_TYPE, "")
                .setNull(CREDENTIAL.ISSUER_ID)
                .setNull(CREDENTIAL.ISSUER_NAME)
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.CANDIDATE_ID.eq(candidate.value()))
                .execute();
    }

    /** Brings reports of the first schema version, which quote the document, to their verdicts. */
    void reduceReportsOf(EmployerId employer, CandidateId candidate) {
        List<Query> reductions =
                sql
                        .select(CREDENTIAL_VERIFICATION.ID, CREDENTIAL_VERIFICATION.REPORT)
                        .from(CREDENTIAL_VERIFICATION)
                        .join(CREDENTIAL)
                        .on(
                                CREDENTIAL.EMPLOYER_ID.eq(CREDENTIAL_VERIFICATION.EMPLOYER_ID),
                                CREDENTIAL.ID.eq(CREDENTIAL_VERIFICATION.CREDENTIAL_ID))
                        .where(
                                CREDENTIAL_VERIFICATION.EMPLOYER_ID.eq(employer.value()),
                                CREDENTIAL.CANDIDATE_ID.eq(candidate.value()),
                                CREDENTIAL_VERIFICATION.SCHEMA_VERSION.lt(SCHEMA_VERSION))
                        .stream()
                        .map(row -> reduction(employer, row.value1(), row.value2()))
                        .toList();
        sql.batch(reductions).execute();
    }

    private Query reduction(EmployerId employer, UUID verification, JSONB report) {
        return sql.update(CREDENTIAL_VERIFICATION)
                .set(
                        CREDENTIAL_VERIFICATION.REPORT,
                        verdicts(json.readValue(report.data(), VerificationReport.class)))
                .set(CREDENTIAL_VERIFICATION.SCHEMA_VERSION, SCHEMA_VERSION)
                .where(
                        CREDENTIAL_VERIFICATION.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL_VERIFICATION.ID.eq(verification));
    }

    private SelectOnConditionStep<? extends Record> selected() {
        return sql.select(
                        CREDENTIAL.ID,
                        CREDENTIAL.APPLICATION_ID,
                        CREDENTIAL.CANDIDATE_ID,
                        CREDENTIAL.SUBMITTED_AT,
                        CREDENTIAL.WITHDRAWN_AT,
                        CREDENTIAL_VERIFICATION.VERIFIED_AT,
                        CREDENTIAL_VERIFICATION.REPORT,
                        CREDENTIAL_VERIFICATION.SEALED,
                        RECHECK_DUE.SINCE,
                        RECHECK_DUE.ATTEMPTS,
                        RECHECK_DUE.DUE_AT)
                .from(CREDENTIAL)
                .leftJoin(RECHECK_DUE)
                .on(isDueAgain())
                .join(CREDENTIAL_VERIFICATION)
                .on(CREDENTIAL_VERIFICATION.EMPLOYER_ID.eq(CREDENTIAL.EMPLOYER_ID));
    }

    private static Condition isDueAgain() {
        return RECHECK_DUE
                .EMPLOYER_ID
                .eq(CREDENTIAL.EMPLOYER_ID)
                .and(RECHECK_DUE.CREDENTIAL_ID.eq(CREDENTIAL.ID));
    }

    private JSONB verdicts(VerificationReport report) {
        return JSONB.jsonb(json.writeValueAsString(VerdictsAlone.of(report)));
    }

    /** Issuers of verified credentials, registered or not, those of the most applications first. */
    List<UnregisteredIssuer> issuersSeen(EmployerId employer) {
        Field<Integer> applications = countDistinct(CREDENTIAL.APPLICATION_ID);
        return sql.select(CREDENTIAL.ISSUER_ID, max(CREDENTIAL.ISSUER_NAME), applications)
                .from(CREDENTIAL)
                .join(CREDENTIAL_VERIFICATION)
                .on(
                        CREDENTIAL_VERIFICATION.EMPLOYER_ID.eq(CREDENTIAL.EMPLOYER_ID),
                        CREDENTIAL_VERIFICATION.ID.eq(CREDENTIAL.VERIFICATION_ID))
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.ISSUER_ID.isNotNull(),
                        CREDENTIAL.WITHDRAWN_AT.isNull(),
                        CREDENTIAL_VERIFICATION.OUTCOME.eq(Outcome.VERIFIED.wireName()))
                .groupBy(CREDENTIAL.ISSUER_ID)
                .orderBy(applications.desc(), CREDENTIAL.ISSUER_ID)
                .limit(ISSUERS_LOOKED_AT)
                .fetch(row ->
                        new UnregisteredIssuer(
                                row.value1(), Optional.ofNullable(row.value2()), row.value3()));
    }

    List<ApplicationId> applicationsWithIssuers(EmployerId employer, Collection<String> issuers) {
        return sql.selectDistinct(CREDENTIAL.APPLICATION_ID)
                .from(CREDENTIAL)
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.ISSUER_ID.in(issuers))
                .fetch(row -> new ApplicationId(row.value1()));
    }

    private SealedCredential credential(Record row) {
        var plain =
                new StoredCredential(
                        new CredentialId(row.get(CREDENTIAL.ID)),
                        new ApplicationId(row.get(CREDENTIAL.APPLICATION_ID)),
                        new CandidateId(row.get(CREDENTIAL.CANDIDATE_ID)),
                        row.get(CREDENTIAL.SUBMITTED_AT),
                        Optional.ofNullable(row.get(CREDENTIAL.WITHDRAWN_AT)),
                        row.get(CREDENTIAL_VERIFICATION.VERIFIED_AT),
                        json.readValue(
                                row.get(CREDENTIAL_VERIFICATION.REPORT).data(),
                                VerificationReport.class),
                        Optional.ofNullable(row.get(RECHECK_DUE.DUE_AT))
                                .map(due ->
                                        new Recheck(
                                                row.get(RECHECK_DUE.SINCE),
                                                row.get(RECHECK_DUE.ATTEMPTS),
                                                due)));
        return new SealedCredential(
                plain, Optional.ofNullable(row.get(CREDENTIAL_VERIFICATION.SEALED)));
    }

    private static @Nullable String issuerName(VerificationReport report) {
        return report.credential().flatMap(said -> said.issuer().name()).orElse(null);
    }
}
