package dev.assay.hiring.training;

import static dev.assay.db.jooq.Tables.TRAINING_ESTIMATE;

import dev.assay.hiring.platform.persistence.Keyset;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Estimates as they were made. */
@Repository
class EstimateRepository {

    private final DSLContext sql;
    private final JsonMapper json;

    EstimateRepository(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** An estimate, and what it predicted that training alone would cost. */
    record Stored(EstimateDocument document, BigDecimal predicted) {}

    void insert(EmployerId employer, String madeBy, EstimateDocument made, BigDecimal predicted) {
        sql.insertInto(TRAINING_ESTIMATE)
                .set(TRAINING_ESTIMATE.EMPLOYER_ID, employer.value())
                .set(TRAINING_ESTIMATE.ID, Objects.requireNonNull(made.id()))
                .set(TRAINING_ESTIMATE.ROLE_PROFILE_ID, made.roleProfileId())
                .set(TRAINING_ESTIMATE.APPLICATION_ID, made.applicationId())
                .set(TRAINING_ESTIMATE.MADE_AT, Objects.requireNonNull(made.madeAt()))
                .set(TRAINING_ESTIMATE.MADE_BY, madeBy)
                .set(TRAINING_ESTIMATE.ENGINE_VERSION, made.engineVersion())
                .set(TRAINING_ESTIMATE.INPUTS_DIGEST, made.inputsDigest())
                .set(TRAINING_ESTIMATE.PREDICTED, predicted)
                .set(TRAINING_ESTIMATE.CURRENCY, made.currency())
                .set(TRAINING_ESTIMATE.SCHEMA_VERSION, EstimateDocument.SCHEMA_VERSION)
                .set(TRAINING_ESTIMATE.DOCUMENT, JSONB.jsonb(json.writeValueAsString(made)))
                .execute();
    }

    Optional<Stored> find(EmployerId employer, UUID id) {
        return sql.select(TRAINING_ESTIMATE.DOCUMENT, TRAINING_ESTIMATE.PREDICTED)
                .from(TRAINING_ESTIMATE)
                .where(
                        TRAINING_ESTIMATE.EMPLOYER_ID.eq(employer.value()),
                        TRAINING_ESTIMATE.ID.eq(id))
                .fetchOptional(
                        row -> new Stored(document(row), row.get(TRAINING_ESTIMATE.PREDICTED)));
    }

    Page<EstimateDocument> page(
            EmployerId employer,
            Optional<ApplicationId> application,
            Optional<PageCursor> after,
            PageSize size) {
        Condition matching = TRAINING_ESTIMATE.EMPLOYER_ID.eq(employer.value());
        if (application.isPresent()) {
            matching = matching.and(TRAINING_ESTIMATE.APPLICATION_ID.eq(application.get().value()));
        }
        Keyset order = Keyset.newestFirst(TRAINING_ESTIMATE.MADE_AT, TRAINING_ESTIMATE.ID);
        List<EstimateDocument> rows =
                sql.select(TRAINING_ESTIMATE.DOCUMENT)
                        .from(TRAINING_ESTIMATE)
                        .where(matching, order.after(after))
                        .orderBy(order.order())
                        .limit(size.plusOne())
                        .fetch(this::document);
        return Page.of(
                rows,
                size,
                last ->
                        PageCursor.of(
                                Objects.requireNonNull(last.madeAt()),
                                Objects.requireNonNull(last.id())));
    }

    List<EstimateDocument> of(EmployerId employer, Collection<ApplicationId> applications) {
        return sql.select(TRAINING_ESTIMATE.DOCUMENT)
                .from(TRAINING_ESTIMATE)
                .where(
                        TRAINING_ESTIMATE.EMPLOYER_ID.eq(employer.value()),
                        TRAINING_ESTIMATE.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()))
                .orderBy(TRAINING_ESTIMATE.ID)
                .fetch(this::document);
    }

    private EstimateDocument document(Record row) {
        return json.readValue(row.get(TRAINING_ESTIMATE.DOCUMENT).data(), EstimateDocument.class);
    }
}
