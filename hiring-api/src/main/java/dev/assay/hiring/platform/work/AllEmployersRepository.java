package dev.assay.hiring.platform.work;

import static dev.assay.db.jooq.Tables.EMPLOYER;
import static org.jooq.impl.DSL.noCondition;

import dev.assay.hiring.shared.EmployerId;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class AllEmployersRepository {

    private final DSLContext sql;

    AllEmployersRepository(DSLContext sql) {
        this.sql = sql;
    }

    List<EmployerId> after(Optional<EmployerId> last, int atMost) {
        Condition further =
                last.<Condition>map(employer -> EMPLOYER.ID.gt(employer.value()))
                        .orElse(noCondition());
        return sql.select(EMPLOYER.ID)
                .from(EMPLOYER)
                .where(further)
                .orderBy(EMPLOYER.ID)
                .limit(atMost)
                .fetch(row -> new EmployerId(row.value1()));
    }
}
