package dev.assay.hiring.platform.persistence;

import static dev.assay.db.jooq.Tables.JOB;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import dev.assay.hiring.shared.EmployerId;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Whose name is withheld at present, as statements ask for it: whoever reads names or addresses
 * reads this beside them. The rule itself is the view's, so that all agree.
 */
public final class BlindPeople {

    private BlindPeople() {}

    /**
     * Holds where this candidate is not to be known; costs next to nothing where no job is blind.
     */
    public static Condition hides(EmployerId employer, Field<UUID> candidate) {
        return hides(val(employer.value()), candidate);
    }

    /** The same beside a column that says whose the row is. */
    public static Condition hides(Field<UUID> employer, Field<UUID> candidate) {
        return exists(
                        selectOne()
                                .from(JOB)
                                .where(JOB.EMPLOYER_ID.eq(employer), JOB.BLIND_UNTIL.isNotNull()))
                .and(condition("is_blind_person({0}, {1})", employer, candidate));
    }
}
