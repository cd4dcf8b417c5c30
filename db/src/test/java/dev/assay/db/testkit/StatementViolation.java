package dev.assay.db.testkit;

/**
 * One fault of one statement.
 *
 * @param rule the rule that is broken
 * @param object the table, or the words, that break it
 * @param sql the statement as sent
 */
public record StatementViolation(StatementRule rule, String object, String sql) {
    @Override
    public String toString() {
        return rule + ": " + object + " in: " + sql;
    }
}
