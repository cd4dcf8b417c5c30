package dev.assay.hiring.postings;

import static dev.assay.db.jooq.Tables.EMPLOYER_PROFILE;

import dev.assay.hiring.shared.Actor;
import dev.assay.hiring.shared.EmployerId;
import dev.assay.hiring.shared.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class EmployerProfileRepository {

    private final DSLContext sql;

    EmployerProfileRepository(DSLContext sql) {
        this.sql = sql;
    }

    EmployerProfile get(EmployerId employer) {
        return sql.select(
                        EMPLOYER_PROFILE.WEBSITE,
                        EMPLOYER_PROFILE.LOGO,
                        EMPLOYER_PROFILE.LINKEDIN_COMPANY,
                        EMPLOYER_PROFILE.VERSION)
                .from(EMPLOYER_PROFILE)
                .where(EMPLOYER_PROFILE.EMPLOYER_ID.eq(employer.value()))
                .fetchOptional(row ->
                        new EmployerProfile(
                                row.value1(),
                                row.value2(),
                                row.value3(),
                                new Version(row.value4())))
                .orElse(EmployerProfile.NONE);
    }

    /** False when the profile is no longer at the version it was read with. */
    boolean change(Actor actor, EmployerProfile profile, Instant now) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(EMPLOYER_PROFILE.WEBSITE, profile.website());
        values.put(EMPLOYER_PROFILE.LOGO, profile.logo());
        values.put(EMPLOYER_PROFILE.LINKEDIN_COMPANY, profile.linkedinCompany());
        values.put(EMPLOYER_PROFILE.VERSION, profile.version().next().value());
        values.put(EMPLOYER_PROFILE.CHANGED_BY, actor.reference());
        values.put(EMPLOYER_PROFILE.CHANGED_AT, now);
        boolean changed =
                sql.update(EMPLOYER_PROFILE)
                                .set(values)
                                .where(
                                        EMPLOYER_PROFILE.EMPLOYER_ID.eq(actor.employer().value()),
                                        EMPLOYER_PROFILE.VERSION.eq(profile.version().value()))
                                .execute()
                        == 1;
        return changed
                || (profile.version().equals(Version.FIRST)
                        && sql.insertInto(EMPLOYER_PROFILE)
                                        .set(EMPLOYER_PROFILE.EMPLOYER_ID, actor.employer().value())
                                        .set(values)
                                        .onConflictDoNothing()
                                        .execute()
                                == 1);
    }
}
