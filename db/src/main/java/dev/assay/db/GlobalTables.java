package dev.assay.db;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The closed list of tables without row-level security. Every other table is a tenant table, and
 * the build fails until it looks like one. None of these holds personal data
 * (design/architecture.md, "Tenancy").
 */
public final class GlobalTables {
    private static final List<GlobalTable> ALL =
            List.of(
                    new GlobalTable("databasechangelog", "Liquibase's history"),
                    new GlobalTable("databasechangeloglock", "Liquibase's lock"),
                    new GlobalTable(
                            "employer",
                            "the tenants themselves, looked up before one is known",
                            Map.of("name", "the name of an organization, shown in public")),
                    new GlobalTable(
                            "membership",
                            "what a person may do where, read before a tenant is known",
                            Map.of("subject", "the only link to Keycloak: an id, never a name")),
                    new GlobalTable(
                            "employer_work",
                            "whom workers have to visit; the work itself lies in tenant tables"),
                    new GlobalTable(
                            "ledger_note",
                            "whose events and audit rows wait for numbers; the rows are tenants'"),
                    new GlobalTable(
                            "long_work",
                            "db-scheduler's, of accepted operations; holds ids at most",
                            Map.of("task_name", "the name of a piece of code")),
                    new GlobalTable(
                            "partner",
                            "job boards, looked up before an employer is known",
                            Map.of(
                                    "name", "the name of an organization",
                                    "subject", "a client's service account at Keycloak, no person",
                                    "former_subject",
                                            "the former client's service account, no person")),
                    new GlobalTable(
                            "partner_endpoint",
                            "at which employer a partner's endpoint is; ids only"),
                    new GlobalTable(
                            "partner_grant",
                            "what a partner may do where, read before an employer is known; ids only"),
                    new GlobalTable(
                            "partner_sync_point",
                            "how far a partner's copy of postings goes at all its employers; ids only"),
                    new GlobalTable(
                            "posting", "whose job it is; ids only, since partners know no more"),
                    new GlobalTable(
                            "platform_key",
                            "what the platform signs with, whoever's document it is; keys only"),
                    new GlobalTable(
                            "rate_bucket",
                            "how many calls a caller made, asked before any work is done; ids only"),
                    new GlobalTable(
                            "scheduled_tasks",
                            "db-scheduler's, which knows no tenants; holds ids at most",
                            Map.of("task_name", "the name of a piece of code")),
                    new GlobalTable("skill", "one public vocabulary for all"),
                    new GlobalTable(
                            "skill_broader", "which skills are parts of which, as published"),
                    new GlobalTable("skill_equivalent", "crosswalks between vocabularies"),
                    new GlobalTable(
                            "submitted_application",
                            "at which employer a partner's application is; ids only"),
                    new GlobalTable(
                            "vocabulary", "which vocabularies were imported, and whose they are"),
                    new GlobalTable(
                            "vocabulary_state", "how often the vocabularies for all changed"));

    private GlobalTables() {}

    /** Every global table with its reason. */
    public static List<GlobalTable> all() {
        return ALL;
    }

    /** Their names, all in schema {@code public}. */
    public static Set<String> names() {
        return ALL.stream().map(GlobalTable::name).collect(Collectors.toUnmodifiableSet());
    }
}
