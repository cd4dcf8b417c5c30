package dev.assay.hiring.members;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An employer to be made.
 *
 * @param alias how it is named in addresses and headers, and at Keycloak
 * @param domain its mail domain, for Keycloak; empty for none
 * @param administrator the address of its first HR admin
 */
public record NewEmployer(
        String alias,
        String name,
        Optional<String> domain,
        String administrator,
        @Nullable String givenName,
        @Nullable String familyName) {

    private static final Pattern ALIAS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]+");
    private static final int LONGEST_ALIAS = 63;
    private static final int LONGEST_NAME = 200;

    public NewEmployer {
        if (alias.length() > LONGEST_ALIAS || !ALIAS.matcher(alias).matches()) {
            throw new IllegalArgumentException(
                    "an alias is small letters and digits, in words joined by a hyphen, at most "
                            + LONGEST_ALIAS
                            + " characters");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
        }
        if (!ADDRESS.matcher(administrator).matches()) {
            throw new IllegalArgumentException("the administrator's address is no e-mail address");
        }
    }

    /** Without the administrator's name and address. */
    @Override
    public String toString() {
        return "NewEmployer[" + alias + "]";
    }
}
