package dev.assay.hiring.scoring;

import static dev.assay.db.jooq.Tables.MAPPING_SUGGESTION;

import dev.assay.hiring.credentials.CredentialId;
import dev.assay.hiring.issuers.IssuerId;
import dev.assay.hiring.shared.ApplicationId;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Page;
import dev.assay.hiring.shared.PageCursor;
import dev.assay.hiring.shared.PageSize;
import dev.assay.hiring.skills.SkillId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

@Repository
class SuggestionRepository {

    private final DSLContext sql;

    SuggestionRepository(DSLContext sql) {
        this.sql = sql;
    }

    /** Each once an achievement, whoever was awarded it. */
    void note(EmployerId employer, Collection<Suggested> suggestions, Instant now) {
        if (suggestions.isEmpty()) {
            return;
        }
        sql.insertInto(
                        MAPPING_SUGGESTION,
                        MAPPING_SUGGESTION.EMPLOYER_ID,
                        MAPPING_SUGGESTION.ACHIEVEMENT_DIGEST,
                        MAPPING_SUGGESTION.SKILL_ID,
                        MAPPING_SUGGESTION.ISSUER_ID,
                        MAPPING_SUGGESTION.APPLICATION_ID,
                        MAPPING_SUGGESTION.CREDENTIAL_ID,
                        MAPPING_SUGGESTION.NOTED_AT)
                .valuesOfRows(
                        suggestions.stream()
                                .map(one ->
                                        DSL.row(
                                                employer.value(),
                                                one.achievementDigest(),
                                                one.skill().value(),
                                                one.issuer().value(),
                                                one.application().value(),
                                                one.credential().value(),
                                                now))
                                .toList())
                .onConflictDoNothing()
                .execute();
    }

    /** A person looked at these issuers' achievements; what is still open is noted again. */
    void settle(EmployerId employer, Collection<IssuerId> issuers) {
        sql.deleteFrom(MAPPING_SUGGESTION)
                .where(
                        MAPPING_SUGGESTION.EMPLOYER_ID.eq(employer.value()),
                        MAPPING_SUGGESTION.ISSUER_ID.in(
                                issuers.stream().map(IssuerId::value).toList()))
                .execute();
    }

    /** What these applications brought is an example of nothing any more. */
    void forget(EmployerId employer, Collection<ApplicationId> applications) {
        sql.deleteFrom(MAPPING_SUGGESTION)
                .where(
                        MAPPING_SUGGESTION.EMPLOYER_ID.eq(employer.value()),
                        MAPPING_SUGGESTION.APPLICATION_ID.in(
                                applications.stream().map(ApplicationId::value).toList()))
                .execute();
    }

    /** Achievements with the skills they suggest. */
    Page<Noted> list(EmployerId employer, Optional<PageCursor> after, PageSize size) {
        Condition further =
                after.map(cursor -> cursor.part(0, text -> text))
                        .<Condition>map(MAPPING_SUGGESTION.ACHIEVEMENT_DIGEST::gt)
                        .orElse(DSL.noCondition());
        List<String> digests =
                sql.selectDistinct(MAPPING_SUGGESTION.ACHIEVEMENT_DIGEST)
                        .from(MAPPING_SUGGESTION)
                        .where(MAPPING_SUGGESTION.EMPLOYER_ID.eq(employer.value()), further)
                        .orderBy(MAPPING_SUGGESTION.ACHIEVEMENT_DIGEST)
                        .limit(size.plusOne())
                        .fetch(row -> row.value1());
        Map<String, Noted> noted = new LinkedHashMap<>();
        sql.select(
                        MAPPING_SUGGESTION.ACHIEVEMENT_DIGEST,
                        MAPPING_SUGGESTION.SKILL_ID,
                        MAPPING_SUGGESTION.ISSUER_ID,
                        MAPPING_SUGGESTION.APPLICATION_ID,
                        MAPPING_SUGGESTION.CREDENTIAL_ID)
                .from(MAPPING_SUGGESTION)
                .where(
                        MAPPING_SUGGESTION.EMPLOYER_ID.eq(employer.value()),
                        MAPPING_SUGGESTION.ACHIEVEMENT_DIGEST.in(digests))
                .orderBy(MAPPING_SUGGESTION.ACHIEVEMENT_DIGEST, MAPPING_SUGGESTION.SKILL_ID)
                .forEach(row ->
                        noted.computeIfAbsent(
                                        row.value1(),
                                        digest ->
                                                new Noted(
                                                        digest,
                                                        new IssuerId(row.value3()),
                                                        new ApplicationId(row.value4()),
                                                        new CredentialId(row.value5()),
                                                        new ArrayList<>()))
                                .skills()
                                .add(new SkillId(row.value2())));
        return Page.of(
                List.copyOf(noted.values()), size, last -> PageCursor.of(last.achievementDigest()));
    }

    /**
     * An achievement, by one credential that has it.
     *
     * @param skills those its text mentions
     */
    record Noted(
            String achievementDigest,
            IssuerId issuer,
            ApplicationId application,
            CredentialId credential,
            List<SkillId> skills) {}
}
