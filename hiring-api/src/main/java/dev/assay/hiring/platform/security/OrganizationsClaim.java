package dev.assay.hiring.platform.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The {@code organization} claim of a Keycloak token. Keycloak writes it in three forms: a list of
 * aliases, a map from alias to attributes, or a list of such maps; only the last two can carry the
 * organization's id.
 */
public record OrganizationsClaim(List<Organization> organizations) {

    public static final String NAME = "organization";

    private static final OrganizationsClaim NONE = new OrganizationsClaim(List.of());

    public OrganizationsClaim {
        organizations = List.copyOf(organizations);
    }

    /** Reads any of the three forms; anything else names no organization at all. */
    public static OrganizationsClaim of(@Nullable Object claim) {
        return switch (claim) {
            case Map<?, ?> byAlias -> new OrganizationsClaim(ofMap(byAlias));
            case List<?> list -> new OrganizationsClaim(ofList(list));
            case null, default -> NONE;
        };
    }

    private static List<Organization> ofList(List<?> list) {
        List<Organization> found = new ArrayList<>();
        for (Object entry : list) {
            if (entry instanceof String alias) {
                found.add(new Organization(alias, Optional.empty()));
            } else if (entry instanceof Map<?, ?> byAlias) {
                found.addAll(ofMap(byAlias));
            }
        }
        return found;
    }

    private static List<Organization> ofMap(Map<?, ?> byAlias) {
        List<Organization> found = new ArrayList<>();
        byAlias.forEach((alias, attributes) -> {
            if (alias instanceof String name) {
                found.add(new Organization(name, idIn(attributes)));
            }
        });
        return found;
    }

    private static Optional<String> idIn(@Nullable Object attributes) {
        if (attributes instanceof Map<?, ?> map && map.get("id") instanceof String id) {
            return Optional.of(id);
        }
        return Optional.empty();
    }

    /** One organization a user belongs to; the id where the token gives it. */
    public record Organization(String alias, Optional<String> id) {}
}
