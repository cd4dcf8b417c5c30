package dev.assay.credential.jsonld;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import dev.assay.credential.report.CheckCode;
import java.io.StringWriter;

/** RDFC-1.0 within a {@link WorkBudget}. */
final class RdfCanonicalForm {

    private RdfCanonicalForm() {}

    /** Where the quads to canonicalize come from. */
    @FunctionalInterface
    interface Quads<E extends Exception> {
        void provide(RdfQuadConsumer consumer) throws E;
    }

    static <E extends Exception> CanonicalForm of(Quads<E> quads, String digest, WorkBudget budget)
            throws E {
        var steps = new Steps(budget.maxSteps());
        var canon = RdfCanon.create(digest, steps::take);
        quads.provide(canon);
        var text = new StringWriter();
        try {
            canon.provide(new NQuadsWriter(text));
            return CanonicalForm.Canonical.of(text.toString());
        } catch (WorkLimitExceeded _) {
            return new CanonicalForm.Refused(
                    CheckCode.WORK_LIMIT,
                    "The document takes more than "
                            + budget.maxSteps()
                            + " steps to canonicalize.");
        } catch (RdfConsumerException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    private static final class Steps {
        private int left;

        Steps(int left) {
            this.left = left;
        }

        void take() {
            if (left-- <= 0) {
                throw new WorkLimitExceeded();
            }
        }
    }

    private static final class WorkLimitExceeded extends IllegalStateException {}
}
