package dev.assay.hiring.dossier;

import static dev.assay.db.jooq.Tables.ATTACHMENT;

import dev.assay.hiring.candidates.CandidateId;
import dev.assay.hiring.platform.privacy.PersonKeys;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class AttachmentRepository {

    private final DSLContext sql;

    AttachmentRepository(DSLContext sql) {
        this.sql = sql;
    }

    void insert(EmployerId employer, Attachment attachment, byte[] content, PersonKeys keys) {
        sql.insertInto(ATTACHMENT)
                .set(ATTACHMENT.EMPLOYER_ID, employer.value())
                .set(ATTACHMENT.ID, attachment.id().value())
                .set(ATTACHMENT.CANDIDATE_ID, attachment.about().candidate().value())
                .set(
                        ATTACHMENT.APPLICATION_ID,
                        attachment.about().application().map(ApplicationId::value).orElse(null))
                .set(ATTACHMENT.MEDIA_TYPE, attachment.mediaType())
                .set(ATTACHMENT.SIZE, attachment.size())
                .set(
                        ATTACHMENT.SEALED_NAME,
                        keys.seal(
                                attachment.about().person(),
                                attachment.name().getBytes(StandardCharsets.UTF_8)))
                .set(ATTACHMENT.SEALED, keys.seal(attachment.about().person(), content))
                .set(ATTACHMENT.ADDED_BY, attachment.addedBy())
                .set(ATTACHMENT.ADDED_AT, attachment.addedAt())
                .execute();
    }

    int count(EmployerId employer, CandidateId candidate) {
        return sql.fetchCount(
                ATTACHMENT,
                ATTACHMENT
                        .EMPLOYER_ID
                        .eq(employer.value())
                        .and(ATTACHMENT.CANDIDATE_ID.eq(candidate.value())));
    }

    Optional<byte[]> sealed(EmployerId employer, AttachmentId id) {
        return sql.select(ATTACHMENT.SEALED)
                .from(ATTACHMENT)
                .where(ATTACHMENT.EMPLOYER_ID.eq(employer.value()), ATTACHMENT.ID.eq(id.value()))
                .fetchOptional(ATTACHMENT.SEALED);
    }

    void remove(EmployerId employer, AttachmentId id) {
        sql.deleteFrom(ATTACHMENT)
                .where(ATTACHMENT.EMPLOYER_ID.eq(employer.value()), ATTACHMENT.ID.eq(id.value()))
                .execute();
    }

    void removeOf(EmployerId employer, CandidateId candidate) {
        sql.deleteFrom(ATTACHMENT)
                .where(
                        ATTACHMENT.EMPLOYER_ID.eq(employer.value()),
                        ATTACHMENT.CANDIDATE_ID.eq(candidate.value()))
                .execute();
    }

    Optional<Attachment> find(
            EmployerId employer, AttachmentId id, Function<CandidateId, PersonKeys> keys) {
        return where(employer, ATTACHMENT.ID.eq(id.value()), keys).stream().findFirst();
    }

    /** Oldest first. */
    List<Attachment> of(EmployerId employer, ApplicationId application, PersonKeys keys) {
        return where(employer, ATTACHMENT.APPLICATION_ID.eq(application.value()), _ -> keys);
    }

    /** Oldest first. */
    List<Attachment> of(EmployerId employer, Collection<CandidateId> candidates, PersonKeys keys) {
        return where(
                employer,
                ATTACHMENT.CANDIDATE_ID.in(candidates.stream().map(CandidateId::value).toList()),
                _ -> keys);
    }

    /** Those whose names can still be opened. */
    private List<Attachment> where(
            EmployerId employer, Condition condition, Function<CandidateId, PersonKeys> keys) {
        return sql
                .select(
                        ATTACHMENT.ID,
                        ATTACHMENT.CANDIDATE_ID,
                        ATTACHMENT.APPLICATION_ID,
                        ATTACHMENT.SEALED_NAME,
                        ATTACHMENT.MEDIA_TYPE,
                        ATTACHMENT.SIZE,
                        ATTACHMENT.ADDED_BY,
                        ATTACHMENT.ADDED_AT)
                .from(ATTACHMENT)
                .where(ATTACHMENT.EMPLOYER_ID.eq(employer.value()), condition)
                .orderBy(ATTACHMENT.ID)
                .fetch(row -> {
                    var candidate = new CandidateId(row.value2());
                    return keys.apply(candidate)
                            .open(candidate.person(), row.value4())
                            .map(name ->
                                    new Attachment(
                                            new AttachmentId(row.value1()),
                                            new Owner(
                                                    candidate,
                                                    Optional.ofNullable(row.value3())
                                                            .map(ApplicationId::new)),
                                            new String(name, StandardCharsets.UTF_8),
                                            row.value5(),
                                            row.value6(),
                                            row.value7(),
                                            row.value8()));
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
