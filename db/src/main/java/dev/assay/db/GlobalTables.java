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
                            Map.of("name", "the name of an organization, shown in public")));

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
