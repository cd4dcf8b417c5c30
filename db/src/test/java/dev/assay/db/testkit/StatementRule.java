package dev.assay.db.testkit;

/** What every statement the running product sends must keep to, tenant tables being concerned. */
public enum StatementRule {
    /** Each tenant table it touches has {@code employer_id = value} in its WHERE or ON. */
    SCOPED,
    /** It locks rows ({@code FOR UPDATE} and relatives) of one named tenant only. */
    LOCKS_ONE_TENANT,
    /** An INSERT names {@code employer_id} among its columns. */
    INSERT_NAMES_EMPLOYER,
    /** Nothing ever sets {@code employer_id} of an existing row. */
    EMPLOYER_NEVER_CHANGES,
    /**
     * The tenant is set by a literal {@code SET LOCAL} only: {@code set_config} does not reach the
     * shards, and a session-wide SET outlives the transaction on a pooled connection.
     */
    TENANT_SET_LOCALLY,
    /** The gate can read it; what it cannot read it does not let pass. */
    READABLE
}
