package dev.assay.hiring.credentials;

import static dev.assay.db.jooq.Tables.CREDENTIAL;
import static dev.assay.db.jooq.Tables.CREDENTIAL_VERIFICATION;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.max;

import dev.assay.credential.report.Outcome;
import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.NewIds;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class CredentialRepository {

    private static final int SCHEMA_VERSION = 1;

    /** Beyond so many issuers, the registry is looked after by import and not by hand. */
    private static final int ISSUERS_LOOKED_AT = 500;

    private final DSLContext sql;
    private final JsonMapper json;

    CredentialRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void insert(
            EmployerId employer,
            StoredCredential credential,
            String mediaType,
            byte[] sealed,
            byte[] digest) {
        UUID verification = NewIds.next();
        sql.insertInto(CREDENTIAL)
                .set(CREDENTIAL.EMPLOYER_ID, employer.value())
                .set(CREDENTIAL.ID, credential.id().value())
                .set(CREDENTIAL.APPLICATION_ID, credential.application().value())
                .set(CREDENTIAL.CANDIDATE_ID, credential.candidate().value())
                .set(CREDENTIAL.SEALED, sealed)
                .set(CREDENTIAL.DIGEST, digest)
                .set(CREDENTIAL.MEDIA_TYPE, mediaType)
                .set(CREDENTIAL.ISSUER_ID, credential.issuerId().orElse(null))
                .set(CREDENTIAL.SUBMITTED_AT, credential.submittedAt())
                .set(CREDENTIAL.VERIFICATION_ID, verification)
                .execute();
        sql.insertInto(CREDENTIAL_VERIFICATION)
                .set(CREDENTIAL_VERIFICATION.EMPLOYER_ID, employer.value())
                .set(CREDENTIAL_VERIFICATION.ID, verification)
                .set(CREDENTIAL_VERIFICATION.CREDENTIAL_ID, credential.id().value())
                .set(CREDENTIAL_VERIFICATION.VERIFIED_AT, credential.verifiedAt())
                .set(CREDENTIAL_VERIFICATION.OUTCOME, credential.report().outcome().wireName())
                .set(CREDENTIAL_VERIFICATION.SCHEMA_VERSION, SCHEMA_VERSION)
                .set(
                        CREDENTIAL_VERIFICATION.REPORT,
                        JSONB.jsonb(json.writeValueAsString(credential.report())))
                .execute();
    }

    List<StoredCredential> of(EmployerId employer, ApplicationId application) {
        return ofEach(employer, List.of(application));
    }

    List<StoredCredential> ofEach(EmployerId employer, Collection<ApplicationId> applications) {
        return sql.select(
                        CREDENTIAL.ID,
                        CREDENTIAL.APPLICATION_ID,
                        CREDENTIAL.CANDIDATE_ID,
                        CREDENTIAL.SUBMITTED_AT,
                        CREDENTIAL.WITHDRAWN_AT,
                        CREDENTIAL_VERIFICATION.VERIFIED_AT,
                        CREDENTIAL_VERIFICATION.REPORT)
                .from(CREDENTIAL)
                .join(CREDENTIAL_VERIFICATION)
                .on(
                        CREDENTIAL_VERIFICATION.EMPLOYER_ID.eq(CREDENTIAL.EMPLOYER_ID),
                        CREDENTIAL_VERIFICATION.ID.eq(CREDENTIAL.VERIFICATION_ID))
                .where(
                        CREDENTIAL.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()))
                .orderBy(CREDENTIAL.ID)
                .fetch(this::credential);
    }

    /** Issuers of verified credentials, registered or not, those of the most applications first. */
    List<UnregisteredIssuer> issuersSeen(EmployerId employer) {
        Field<String> name =
                jsonbGetAttributeAsText(
                        jsonbGetAttribute(
                                jsonbGetAttribute(CREDENTIAL_VERIFICATION.REPORT, "credential"),
                                "issuer"),
                        "name");
        Field<Integer> applications = countDistinct(CREDENTIAL.APPLICATION_ID);
        return sql.select(CREDENTIAL.ISSUER_ID, max(name), applications)
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

    private StoredCredential credential(Record row) {
        return new StoredCredential(
                new CredentialId(row.get(CREDENTIAL.ID)),
                new ApplicationId(row.get(CREDENTIAL.APPLICATION_ID)),
                new CandidateId(row.get(CREDENTIAL.CANDIDATE_ID)),
                row.get(CREDENTIAL.SUBMITTED_AT),
                Optional.ofNullable(row.get(CREDENTIAL.WITHDRAWN_AT)),
                row.get(CREDENTIAL_VERIFICATION.VERIFIED_AT),
                json.readValue(
                        row.get(CREDENTIAL_VERIFICATION.REPORT).data(), VerificationReport.class));
    }
}
