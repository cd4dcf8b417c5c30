package dev.assay.db.testkit;

import java.util.List;

/** A statement broke a {@link StatementRule}; it was not sent. An Error, so that few catch it. */
public final class StatementGateError extends AssertionError {
    private static final long serialVersionUID = 1L;

    StatementGateError(List<StatementViolation> violations) {
        super(String.join("\n", violations.stream().map(StatementViolation::toString).toList()));
    }
}
