package dev.assay.hiring.partners;

import static dev.assay.db.jooq.Tables.PARTNER_FORMER_CLIENT;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.val;

import dev.assay.hiring.shared.EmployerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class FormerClientRepository {

    private final DSLContext sql;

    FormerClientRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** To be removed then; one that was to be removed later goes then as well. */
    void insert(EmployerId employer, PartnerId partner, String clientId, Instant due) {
        sql.insertInto(PARTNER_FORMER_CLIENT)
                .set(PARTNER_FORMER_CLIENT.EMPLOYER_ID, employer.value())
                .set(PARTNER_FORMER_CLIENT.CLIENT_ID, clientId)
                .set(PARTNER_FORMER_CLIENT.PARTNER_ID, partner.value())
                .set(PARTNER_FORMER_CLIENT.DUE_AT, due)
                .set(PARTNER_FORMER_CLIENT.FAILURES, 0)
                .onConflict(PARTNER_FORMER_CLIENT.EMPLOYER_ID, PARTNER_FORMER_CLIENT.CLIENT_ID)
                .doUpdate()
                .set(PARTNER_FORMER_CLIENT.DUE_AT, least(val(due), PARTNER_FORMER_CLIENT.DUE_AT))
                .where(PARTNER_FORMER_CLIENT.EMPLOYER_ID.eq(employer.value()))
                .execute();
    }

    List<FormerClient> due(EmployerId employer, Instant now, int atMost) {
        return sql.select(
                        PARTNER_FORMER_CLIENT.CLIENT_ID,
                        PARTNER_FORMER_CLIENT.PARTNER_ID,
                        PARTNER_FORMER_CLIENT.FAILURES)
                .from(PARTNER_FORMER_CLIENT)
                .where(
                        PARTNER_FORMER_CLIENT.EMPLOYER_ID.eq(employer.value()),
                        PARTNER_FORMER_CLIENT.DUE_AT.le(now))
                .orderBy(PARTNER_FORMER_CLIENT.DUE_AT, PARTNER_FORMER_CLIENT.CLIENT_ID)
                .limit(atMost)
                .fetch(row ->
                        new FormerClient(row.value1(), new PartnerId(row.value2()), row.value3()));
    }

    Optional<Instant> nextDue(EmployerId employer) {
        return sql.select(DSL.min(PARTNER_FORMER_CLIENT.DUE_AT))
                .from(PARTNER_FORMER_CLIENT)
                .where(PARTNER_FORMER_CLIENT.EMPLOYER_ID.eq(employer.value()))
                .fetchOptional(row -> row.value1());
    }

    void putOff(EmployerId employer, FormerClient client, Instant due) {
        sql.update(PARTNER_FORMER_CLIENT)
                .set(PARTNER_FORMER_CLIENT.DUE_AT, due)
                .set(PARTNER_FORMER_CLIENT.FAILURES, client.failures() + 1)
                .where(is(employer, client))
                .execute();
    }

    void delete(EmployerId employer, FormerClient client) {
        sql.deleteFrom(PARTNER_FORMER_CLIENT).where(is(employer, client)).execute();
    }

    private static Condition is(EmployerId employer, FormerClient client) {
        return PARTNER_FORMER_CLIENT
                .EMPLOYER_ID
                .eq(employer.value())
                .and(PARTNER_FORMER_CLIENT.CLIENT_ID.eq(client.clientId()));
    }

    /**
     * A client that is good for nothing any more.
     *
     * @param failures how often Keycloak did not remove it
     */
    record FormerClient(String clientId, PartnerId partner, int failures) {}
}
