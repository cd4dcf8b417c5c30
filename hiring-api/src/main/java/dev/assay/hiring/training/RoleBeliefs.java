package dev.assay.hiring.training;

import dev.assay.hiring.shared.EmployerId;
import dev.assay.trainingcost.calibrate.Actual;
import dev.assay.trainingcost.calibrate.CostFactor;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What is believed of a role's estimates before its own trainings are looked at: what its parent's
 * trainings say, and of a role without one, that nothing is known. To be asked in a transaction.
 */
@Component
class RoleBeliefs {

    private final TermRepository terms;
    private final ActualRepository actuals;

    RoleBeliefs(TermRepository terms, ActualRepository actuals) {
        this.terms = terms;
        this.actuals = actuals;
    }

    /** A belief, and how many trainings of parents it rests on. */
    record Prior(CostFactor belief, int actuals) {

        static final Prior NONE = new Prior(CostFactor.UNKNOWN, 0);

        /** What comes of it once a role's own trainings are seen. */
        Prior after(List<Actual> own) {
            return new Prior(inherited(belief.after(own)), actuals + own.size());
        }
    }

    /** The belief about a role that has this parent. */
    Prior prior(EmployerId employer, Optional<UUID> parent) {
        return parent.map(
                        above -> {
                            Optional<UUID> further =
                                    terms.withIds(employer, TermKind.ROLE, List.of(above)).stream()
                                            .findFirst()
                                            .map(FiledTerm::content)
                                            .map(RoleContent::parent);
                            return prior(employer, further).after(finished(employer, above));
                        })
                .orElse(Prior.NONE);
    }

    List<Actual> finished(EmployerId employer, UUID role) {
        return actuals.ofRole(employer, role).stream().map(TrainingActual::actual).toList();
    }

    /** Another's belief, held no more firmly than before anything was seen. */
    static CostFactor inherited(CostFactor parent) {
        double shape = CostFactor.UNKNOWN.shape();
        return new CostFactor(
                parent.mean(),
                CostFactor.UNKNOWN.weight(),
                shape,
                parent.scale() / parent.shape() * shape);
    }
}
