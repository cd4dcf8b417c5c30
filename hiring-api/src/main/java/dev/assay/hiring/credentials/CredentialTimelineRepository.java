package dev.assay.hiring.credentials;

import static dev.assay.db.jooq.Tables.CREDENTIAL_VERIFICATION;

import dev.assay.credential.report.VerificationReport;
import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Every verification there was, by its verdicts alone. */
@Repository
class CredentialTimelineRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    CredentialTimelineRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Those of each credential in the order they were made. */
    List<Verdict> verdicts(EmployerId employer, Collection<CredentialId> credentials) {
        return sql.select(
                        CREDENTIAL_VERIFICATION.CREDENTIAL_ID,
                        CREDENTIAL_VERIFICATION.ID,
                        CREDENTIAL_VERIFICATION.VERIFIED_AT,
                        CREDENTIAL_VERIFICATION.REPORT)
                .from(CREDENTIAL_VERIFICATION)
                .where(
                        CREDENTIAL_VERIFICATION.EMPLOYER_ID.eq(employer.value()),
                        CREDENTIAL_VERIFICATION.CREDENTIAL_ID.in(
                                credentials.stream().map(CredentialId::value).toList()))
                .orderBy(
                        CREDENTIAL_VERIFICATION.CREDENTIAL_ID,
                        CREDENTIAL_VERIFICATION.VERIFIED_AT,
                        CREDENTIAL_VERIFICATION.ID)
                .fetch(row ->
                        new Verdict(
                                new CredentialId(row.value1()),
                                row.value2(),
                                row.value3(),
                                json.readValue(row.value4().data(), VerificationReport.class)));
    }

    record Verdict(CredentialId credential, UUID id, Instant at, VerificationReport report) {}
}
