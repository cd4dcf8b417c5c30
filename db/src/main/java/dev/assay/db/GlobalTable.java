package dev.assay.db;

import java.util.Map;

/**
 * A table that belongs to no tenant. Refuses to be listed without a reason.
 *
 * @param name in schema {@code public}
 * @param reason why it cannot be a tenant table
 * @param harmlessColumns columns whose names sound like personal data, with the reason why they
 *     hold none (or, for ids of Keycloak users, why they must be here)
 */
public record GlobalTable(String name, String reason, Map<String, String> harmlessColumns) {
    public GlobalTable {
        if (name.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException(
                    "a global table needs a name and a reason, but got '" + name + "'");
        }
        harmlessColumns = Map.copyOf(harmlessColumns);
    }

    GlobalTable(String name, String reason) {
        this(name, reason, Map.of());
    }
}
