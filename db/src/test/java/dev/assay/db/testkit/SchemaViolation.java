package dev.assay.db.testkit;

/**
 * One fault of the schema.
 *
 * @param rule the rule that is broken
 * @param object the table, role or other object that breaks it
 * @param fault what is wrong with it
 */
public record SchemaViolation(SchemaRule rule, String object, String fault) {
    @Override
    public String toString() {
        return rule + ": " + object + " " + fault;
    }
}
